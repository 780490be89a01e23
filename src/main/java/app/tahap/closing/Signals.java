package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.web.NotFoundException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signals of deals. What they make of a deal is kept with it, in the same transaction. */
@Service
@Transactional
class Signals {

    private final DealRepository deals;
    private final DealJournal journal;
    private final ReadyRule rule;
    private final JdbcClient jdbc;
    private final Clock clock;

    Signals(DealRepository deals, DealJournal journal, ReadyRule rule, JdbcClient jdbc, Clock clock) {
        this.deals = deals;
        this.journal = journal;
        this.rule = rule;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those on offer in their order, and archived ones that the deal has. */
    @Transactional(readOnly = true)
    List<Signal> of(long dealId) {
        return jdbc.sql("""
                        select s.id, s.label, t.ticked_at, u.name as ticked_by
                          from closing_signal s
                          left join deal_signal t on t.signal_id = s.id and t.deal_id = :deal
                          left join users u on u.id = t.ticked_by
                         where s.archived_at is null or t.deal_id is not null
                         order by s.position, s.id
                        """)
                .param("deal", dealId)
                .query((row, number) -> {
                    Timestamp at = row.getTimestamp("ticked_at");
                    return new Signal(
                            row.getLong("id"),
                            row.getString("label"),
                            at == null ? null : at.toInstant(),
                            row.getString("ticked_by"));
                })
                .list();
    }

    /** Says that a deal has a signal, or has it no longer; where that was said before, nothing happens. */
    void tick(long dealId, long signalId, boolean ticked, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        String label = jdbc.sql("select label from closing_signal where id = :id")
                .param("id", signalId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("signal", signalId));
        Instant now = clock.instant();
        int changed = ticked
                ? jdbc.sql("""
                                insert into deal_signal (deal_id, signal_id, ticked_by, ticked_at)
                                values (:deal, :signal, :viewer, :now) on conflict do nothing
                                """)
                        .param("deal", dealId)
                        .param("signal", signalId)
                        .param("viewer", viewer.id())
                        .param("now", Timestamp.from(now))
                        .update()
                : jdbc.sql("delete from deal_signal where deal_id = :deal and signal_id = :signal")
                        .param("deal", dealId)
                        .param("signal", signalId)
                        .update();
        if (changed > 0) {
            String message = ticked ? "closing.journal.ticked" : "closing.journal.unticked";
            journal.write(dealId, viewer.id(), JournalEntry.of(message, Argument.of(label)));
            rule.follow(dealId);
            deal.touch(now);
        }
    }
}
