package app.tahap.activity;

import app.tahap.deal.DealMarks;
import app.tahap.deal.DealMarks.NextStep;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the next step of deals, which is the earliest of what is planned; what has no time is due at the day's end. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NextSteps {

    private final DealMarks marks;
    private final JdbcClient jdbc;

    NextSteps(DealMarks marks, JdbcClient jdbc) {
        this.marks = marks;
        this.jdbc = jdbc;
    }

    /** After an activity of a deal was changed, and the change was sent to the database. */
    void follow(long dealId) {
        NextStep earliest = jdbc.sql("""
                        select subject, due_on as due, due_time as time from activity
                         where deal_id = :deal and done_at is null and deleted_at is null
                         order by due_on, due_time nulls last, id limit 1
                        """)
                .param("deal", dealId)
                .query(NextStep.class)
                .optional()
                .orElse(null);
        marks.nextStep(dealId, earliest);
    }

    /** The same for many deals in one statement; a test holds the two alike. */
    void follow(Collection<Long> dealIds) {
        jdbc.sql("""
                        update deal d set next_step = a.subject, next_step_due = a.due_on, next_step_time = a.due_time
                          from unnest(:deals) t (id)
                          left join (select distinct on (deal_id) deal_id, subject, due_on, due_time from activity
                                      where deal_id = any(:deals) and done_at is null and deleted_at is null
                                      order by deal_id, due_on, due_time nulls last, id) a on a.deal_id = t.id
                         where d.id = t.id
                        """).param("deals", dealIds.toArray(Long[]::new)).update();
    }
}
