package app.tahap.deal;

import app.tahap.account.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The items of checklists that are ticked on deals. */
@Component
@Transactional
class Checklists {

    private final JdbcClient jdbc;
    private final Clock clock;

    Checklists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
    }
}
