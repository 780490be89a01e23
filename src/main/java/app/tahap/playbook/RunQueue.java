package app.tahap.playbook;

import app.tahap.job.Jobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The runs that wait. Adding one costs whoever sets it off one statement, and another where a playbook fires. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RunQueue {

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock clock;

    RunQueue(JdbcClient jdbc, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Adds a run of each playbook that something sets off. */
    void add(Cause cause) {
        @Nullable Chain chain = Chain.present();
        int added = jdbc.sql("""
                        insert into playbook_run (playbook_id, deal_id, cause, event_id, chain, created_at, due_at)
                        select p.id, :deal, :cause, cast(:event as bigint), :chain, :now, :now
                          from playbook p
                         where p.on_since is not null and p.trigger = any(:triggers)
                           and (p.stage_id is null or p.stage_id = cast(:stage as bigint))
                           and (p.pipeline_id is null
                                or p.pipeline_id = coalesce(cast(:pipeline as bigint), (select pipeline_id from deal where id = :deal)))
                         order by p.id
                        on conflict do nothing
                        """)
                .param("deal", cause.dealId())
                .param("cause", cause.name())
                .param("event", cause.eventId(), Types.BIGINT)
                .param("chain", (chain == null ? List.<Long>of() : chain.playbooks()).toArray(Long[]::new))
                .param("now", now())
                .param("triggers", cause.triggers().stream().map(Enum::name).toArray(String[]::new))
                .param("stage", cause.stageId(), Types.BIGINT)
                .param("pipeline", cause.pipelineId(), Types.BIGINT)
                .update();
        if (chain != null && cause.eventId() != null) {
            keepEffect(cause.eventId(), chain.runId());
        }
        if (added > 0) {
            jobs.wake(PlaybookJobs.QUEUE);
        }
    }

    private void keepEffect(long eventId, long runId) {
        jdbc.sql("insert into playbook_effect (event_id, run_id) values (:event, :run)")
                .param("event", eventId)
                .param("run", runId)
                .update();
    }

    /** The next run that is due, locked until the end of the transaction. */
    Optional<WaitingRun> next() {
        return jdbc.sql("""
                        select id, playbook_id, deal_id, event_id, chain, attempts from playbook_run
                         where state = 'WAITING' and due_at <= :now order by due_at, id limit 1 for update skip locked
                        """)
                .param("now", now())
                .query((row, number) -> map(row))
                .optional();
    }

    private static WaitingRun map(ResultSet row) throws SQLException {
        return new WaitingRun(
                row.getLong("id"),
                row.getLong("playbook_id"),
                row.getLong("deal_id"),
                row.getObject("event_id", Long.class),
                List.of((Long[]) row.getArray("chain").getArray()),
                row.getInt("attempts"));
    }

    /** Sees to it that what is due is carried out, where that was not asked for at the right moment. */
    @Transactional
    public void wakeIfDue() {
        boolean due = jdbc.sql("select exists (select from playbook_run where state = 'WAITING' and due_at <= :now)")
                .param("now", now())
                .query(Boolean.class)
                .single();
        if (due) {
            jobs.wake(PlaybookJobs.QUEUE);
        }
    }

    /** Notes what became of a run that waits; nothing where it does not wait any more. Answers whether it did. */
    boolean end(long id, RunEnd end) {
        return jdbc.sql("""
                        update playbook_run
                           set state = :state, attempts = attempts + 1, reason = :reason, arguments = cast(:arguments as jsonb),
                               action_number = :action, ended_at = :now
                         where id = :id and state = 'WAITING'
                        """)
                        .param("id", id)
                        .param("state", end.state().name())
                        .param("reason", end.reason(), Types.VARCHAR)
                        .param("arguments", end.argumentsAsJson(), Types.VARCHAR)
                        .param("action", end.actionNumber(), Types.INTEGER)
                        .param("now", now())
                        .update()
                > 0;
    }

    void postpone(long id, Instant until) {
        jdbc.sql("""
                        update playbook_run set attempts = attempts + 1, due_at = :until where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
