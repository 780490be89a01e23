package app.tahap.activity;

import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes many activities at once, planned and done, for those who bring deals from elsewhere. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ActivityImport {

    private final ActivityKinds kinds;
    private final NextSteps nextSteps;
    private final DealJournal journal;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ActivityImport(ActivityKinds kinds, NextSteps nextSteps, DealJournal journal, JdbcTemplate jdbc, Clock clock) {
        this.kinds = kinds;
        this.nextSteps = nextSteps;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An activity of a deal.
     *
     * @param doneAt when it was done; null for one that is planned
     * @param doneBy who did it; null for one that is planned
     * @param outcome what came of it; only for one that is done
     */
    public record Told(
            long dealId,
            ActivityPlan plan,
            @Nullable Instant doneAt,
            @Nullable Long doneBy,
            @Nullable String outcome) {

        /** One that is planned, or that its assignee did. */
        public Told(long dealId, ActivityPlan plan, @Nullable Instant doneAt, @Nullable String outcome) {
            this(dealId, plan, doneAt, doneAt == null ? null : plan.assigneeId(), outcome);
        }
    }

    /** Writes activities, and the next steps and histories of their deals. Whoever calls sees to it that the deals are there. */
    public void write(List<Told> told, long authorId) {
        write(told, authorId, null);
    }

    /**
     * The same for an import of records, by which they are found again.
     *
     * @return their ids, in the same order
     */
    public List<Long> write(List<Told> told, long authorId, @Nullable Long importId) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Long> ids = jdbc.queryForList(
                "select nextval(pg_get_serial_sequence('activity', 'id')) from generate_series(1, ?)",
                Long.class,
                told.size());
        Iterator<Long> next = ids.iterator();
        jdbc.batchUpdate(
                """
                insert into activity (id, deal_id, kind_id, subject, due_on, due_time, minutes, assignee_id, done_at, done_by,
                                      outcome, created_by, created_at, scheduled_at, changed_at, import_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                told.stream()
                        .map(one -> values(next.next(), one, authorId, now, importId))
                        .toList());
        Map<Long, String> labels =
                kinds.all().stream().collect(Collectors.toMap(ActivityKind::id, ActivityKind::label));
        told.stream().filter(one -> one.doneAt() != null).forEach(one -> tell(one, labels::get));
        nextSteps.follow(told.stream().map(Told::dealId).distinct().toList());
        return ids;
    }

    /** Takes back such as an import planned, but for what was done since; the others of the ids stay. */
    public void withdraw(List<Long> ids, long importId) {
        nextSteps.follow(jdbc.queryForList(
                """
                with gone as (update activity set deleted_at = ?, changed_at = ?, version = version + 1
                               where id = any(?) and import_id = ? and done_at is null and deleted_at is null
                              returning deal_id)
                select distinct deal_id from gone
                """,
                Long.class,
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant()),
                ids.toArray(Long[]::new),
                importId));
    }

    private static @Nullable Object[] values(
            long id, Told told, long authorId, Timestamp now, @Nullable Long importId) {
        ActivityPlan plan = told.plan();
        Timestamp done = told.doneAt() == null ? null : Timestamp.from(told.doneAt());
        return new @Nullable Object[] {
            id,
            told.dealId(),
            plan.kindId(),
            plan.subject(),
            Date.valueOf(plan.dueOn()),
            plan.dueTime() == null ? null : Time.valueOf(plan.dueTime()),
            plan.minutes(),
            plan.assigneeId(),
            done,
            done == null ? null : told.doneBy(),
            told.outcome(),
            authorId,
            now,
            now,
            now,
            importId
        };
    }

    private void tell(Told told, Function<Long, @Nullable String> label) {
        Instant at = told.doneAt();
        if (at != null) {
            Argument kind = Argument.of(String.valueOf(label.apply(told.plan().kindId())));
            Argument subject = Argument.of(told.plan().subject());
            journal.write(
                    told.dealId(),
                    told.doneBy(),
                    at,
                    JournalEntry.of("activity.journal.done", kind, subject).detailed(told.outcome()));
        }
    }
}
