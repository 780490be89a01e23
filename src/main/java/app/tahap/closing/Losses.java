package app.tahap.closing;

import app.tahap.deal.DealJournal;
import app.tahap.deal.DealSql;
import app.tahap.deal.JournalEntry;
import app.tahap.deal.Outcome;
import app.tahap.deal.OutcomeChanged;
import app.tahap.notification.Argument;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps to whom deals were lost, with the event that closed them: taken back, it counts no longer. */
@Component
class Losses {

    private final DealJournal journal;
    private final Aftermath aftermath;
    private final JdbcClient jdbc;

    Losses(DealJournal journal, Aftermath aftermath, JdbcClient jdbc) {
        this.journal = journal;
        this.aftermath = aftermath;
        this.jdbc = jdbc;
    }

    /** What is told of a deal that is lost now. */
    Optional<Loss> of(long dealId) {
        return jdbc.sql("""
                        select coalesce(c.label, l.other_competitor) as competitor, l.look_again
                          from deal d
                          join deal_loss l on %s
                          left join competitor c on c.id = l.competitor_id
                         where d.id = :deal
                        """.formatted(DealSql.LOSS))
                .param("deal", dealId)
                .query(Loss.class)
                .optional();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(OutcomeChanged changed) {
        LossTold told = LossTold.of(changed.told());
        if (changed.outcome() == Outcome.LOST && !told.isEmpty()) {
            jdbc.sql("""
                            insert into deal_loss (event_id, deal_id, competitor_id, other_competitor, look_again)
                            values (:event, :deal, :competitor, :other, :again)
                            """)
                    .param("event", changed.eventId())
                    .param("deal", changed.dealId())
                    .param("competitor", told.competitorId(), Types.BIGINT)
                    .param("other", told.other())
                    .param("again", told.lookAgain(), Types.DATE)
                    .update();
            tell(changed);
        }
        aftermath.follow(changed, of(changed.dealId()).map(Loss::lookAgain).orElse(null));
    }

    private void tell(OutcomeChanged changed) {
        Loss loss = of(changed.dealId()).orElseThrow();
        if (loss.competitor() != null) {
            journal.write(
                    changed.dealId(),
                    changed.by().id(),
                    JournalEntry.of("closing.journal.lost-to", Argument.of(loss.competitor())));
        }
        if (loss.lookAgain() != null) {
            journal.write(
                    changed.dealId(),
                    changed.by().id(),
                    JournalEntry.of("closing.journal.look-again", Argument.of(loss.lookAgain())));
        }
    }

    /** @param lookAgain when somebody wants to look at the deal again */
    record Loss(@Nullable String competitor, @Nullable LocalDate lookAgain) {}
}
