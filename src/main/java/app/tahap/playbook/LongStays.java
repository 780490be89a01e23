package app.tahap.playbook;

import app.tahap.job.Jobs;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds deals that have been in a stage as long as a playbook says, each stay once. A deal that sleeps is left alone until it
 * wakes, and so is one of which nobody knows since when it is there.
 */
@Repository
class LongStays {

    static final int BATCH = 500;

    private static final String FIND = """
            insert into playbook_run (playbook_id, deal_id, cause, event_id, chain, created_at, due_at)
            select p.id, d.id, 'event-' || s.entered_by, s.entered_by,
                   case when r.id is null then '{}'::bigint[] else r.chain || r.playbook_id end, :now, :now
              from playbook p
             cross join workspace w
              join deal d on d.stage_id = p.stage_id and d.outcome = 'OPEN' and d.deleted_at is null
              join stage_stay s on s.deal_id = d.id and s.left_at is null and s.stage_known
              left join playbook_effect f on f.event_id = s.entered_by
              left join playbook_run r on r.id = f.run_id
             where p.trigger = 'STAYED' and p.on_since is not null
               and s.entered_at <= :now - make_interval(days => p.days)
               and (p.takes_past or s.entered_at > p.on_since - make_interval(days => p.days))
               and (d.parked_until is null or d.parked_until <= (:now at time zone w.time_zone)::date)
               and not exists (select from playbook_run x
                                where x.playbook_id = p.id and x.deal_id = d.id and x.cause = 'event-' || s.entered_by)
             order by s.entered_at, d.id, p.id limit :batch
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final RunQueue queue;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LongStays(JdbcClient jdbc, RunQueue queue, Jobs jobs, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Adds a run for each, in batches with a transaction each; and has done what is due by now for other reasons. */
    void look() {
        int found;
        do {
            found = find();
        } while (found == BATCH);
        queue.wakeIfDue();
    }

    private int find() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Integer found = transactions.execute(status -> {
            int added = jdbc.sql(FIND).param("now", now).param("batch", BATCH).update();
            if (added > 0) {
                jobs.wake(PlaybookJobs.QUEUE);
            }
            return added;
        });
        return found == null ? 0 : found;
    }
}
