package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.notification.Argument;
import app.tahap.web.NotFoundException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ticks the items of checklists on deals. That is no event, since it changes no measured fact, but stands in the history. */
@Service
@Transactional
class Checklists {

    private final DealRepository deals;
    private final DealJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    Checklists(DealRepository deals, DealJournal journal, JdbcClient jdbc, Clock clock) {
        this.deals = deals;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Ticks an item of the deal's pipeline, or takes the tick away. What is so already stays so, and nothing is written.
     *
     * @throws NotFoundException where the pipeline has no such item
     */
    void set(long dealId, long criterionId, boolean ticked, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        deal.requireOpen();
        requireItem(criterionId, deal.getPipelineId());
        if (ticked) {
            tick(deal, deal.getPipelineId(), Set.of(criterionId), viewer);
        } else {
            untick(deal, criterionId, viewer);
        }
    }

    /** Ticks items of the stages of the deal's pipeline, or of the one to which it goes; others are left alone. */
    void tick(Deal deal, long pipelineId, Collection<Long> criteria, Viewer viewer) {
        List<String> ticked = jdbc.sql("""
                        with done as (
                            insert into deal_tick (deal_id, criterion_id, ticked_by, ticked_at)
                            select :deal, c.id, :viewer, :now
                              from exit_criterion c join stage s on s.id = c.stage_id
                             where c.id = any(:criteria) and c.kind = 'CHECKLIST' and c.removed_at is null
                               and s.pipeline_id in (:pipelines)
                                on conflict do nothing returning criterion_id)
                        select c.text from done join exit_criterion c on c.id = done.criterion_id order by c.position, c.id
                        """)
                .param("deal", deal.id())
                .param("viewer", viewer.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("criteria", criteria.toArray(Long[]::new))
                .param("pipelines", List.of(deal.getPipelineId(), pipelineId))
                .query(String.class)
                .list();
        ticked.forEach(text -> tell(deal, "deal.checklist.ticked", text, viewer));
    }

    private void untick(Deal deal, long criterionId, Viewer viewer) {
        jdbc.sql("""
                        with undone as (
                            delete from deal_tick where deal_id = :deal and criterion_id = :criterion returning criterion_id)
                        select c.text from undone join exit_criterion c on c.id = undone.criterion_id
                        """)
                .param("deal", deal.id())
                .param("criterion", criterionId)
                .query(String.class)
                .optional()
                .ifPresent(text -> tell(deal, "deal.checklist.unticked", text, viewer));
    }

    private void tell(Deal deal, String message, String text, Viewer viewer) {
        deal.touch(clock.instant());
        journal.write(deal.id(), viewer.id(), JournalEntry.of(message, Argument.of(text)));
    }

    private void requireItem(long criterionId, long pipelineId) {
        boolean there = jdbc.sql("""
                        select exists (select from exit_criterion c join stage s on s.id = c.stage_id
                                        where c.id = :id and c.kind = 'CHECKLIST' and c.removed_at is null
                                          and s.pipeline_id = :pipeline)
                        """)
                .param("id", criterionId)
                .param("pipeline", pipelineId)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new NotFoundException("item of a checklist", criterionId);
        }
    }
}
