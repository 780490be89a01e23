package app.tahap.deal;

import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules tell of a deal on its card and in lists. It follows from what those modules keep, so it is no event and
 * counts for no version; whoever changes what it follows from sets it in the same transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DealMarks {

    private final JdbcClient jdbc;

    DealMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param score 0 to 100; null for a deal that was not qualified */
    public void score(long dealId, @Nullable Integer score) {
        jdbc.sql("update deal set score = :score where id = :deal")
                .param("score", score, Types.SMALLINT)
                .param("deal", dealId)
                .update();
    }

    /** @param step null where nothing is planned */
    public void nextStep(long dealId, @Nullable NextStep step) {
        jdbc.sql("""
                        update deal set next_step = :subject, next_step_due = :due, next_step_time = :time where id = :deal
                        """)
                .param("subject", step == null ? null : step.subject(), Types.VARCHAR)
                .param("due", step == null ? null : step.due(), Types.DATE)
                .param("time", step == null ? null : step.time(), Types.TIME)
                .param("deal", dealId)
                .update();
    }

    /**
     * What is to be done next about a deal.
     *
     * @param due the day, by the workspace's calendar
     * @param time of that day in the workspace's time zone; null for any time
     */
    public record NextStep(
            String subject, LocalDate due, @Nullable LocalTime time) {}
}
