package app.tahap.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as somebody types it.
 *
 * @param assignee null for whoever sends it
 * @param done whether it has happened already
 * @param outcome what came of it; only for one that is done
 * @param version of the activity that is changed; null for a new one
 * @param key makes a repeated request for a new one harmless
 * @param view where it was asked for, and the answer leads back to
 */
record ActivityForm(
        @NotNull(message = "{activity.kind.choose}") @Nullable Long kind,

        @NotBlank(message = "{activity.subject.required}") @Size(max = 200, message = "{activity.subject.long}") @Nullable String subject,

        @NotNull(message = "{activity.due.required}") @Nullable LocalDate due,

        @Nullable LocalTime time,

        @Min(value = 1, message = "{activity.minutes.range}") @Max(value = 1440, message = "{activity.minutes.range}") @Nullable Integer minutes,

        @Nullable Long assignee,
        @Nullable Boolean done,

        @Size(max = 2000, message = "{activity.outcome.long}") @Nullable String outcome,

        @Nullable Integer version,
        @Nullable UUID key,
        @Nullable Origin view) {

    static ActivityForm planned(long kind, LocalDate due, long assignee, Origin view) {
        return new ActivityForm(kind, null, due, null, null, assignee, false, null, null, UUID.randomUUID(), view);
    }

    static ActivityForm logged(long kind, LocalDate today, long assignee, Origin view) {
        return new ActivityForm(kind, null, today, null, null, assignee, true, null, null, UUID.randomUUID(), view);
    }

    /** Logged just now, beside something else. */
    static ActivityForm logged(long kind, String subject, String outcome, LocalDate today, long assignee) {
        return new ActivityForm(kind, subject, today, null, null, assignee, true, outcome, null, null, Origin.DEAL);
    }

    static ActivityForm of(ActivityRow row, Origin view) {
        return new ActivityForm(
                row.kindId(),
                row.subject(),
                row.dueOn(),
                row.dueTime(),
                row.minutes(),
                row.assigneeId(),
                row.isDone(),
                row.outcome(),
                row.version(),
                null,
                view);
    }

    boolean isDone() {
        return Boolean.TRUE.equals(done);
    }

    Origin origin() {
        return Objects.requireNonNullElse(view, Origin.DEAL);
    }

    /** The plan of a form without errors. */
    ActivityPlan plan(long viewerId) {
        return new ActivityPlan(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(subject).strip(),
                Objects.requireNonNull(due),
                time,
                minutes,
                Objects.requireNonNullElse(assignee, viewerId));
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
