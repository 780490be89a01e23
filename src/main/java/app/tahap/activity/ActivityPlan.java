package app.tahap.activity;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, by when, and by whom.
 *
 * @param dueOn the day, by the workspace's calendar; of a done activity the day on which it was done
 * @param dueTime of that day in the workspace's time zone; null for any time
 * @param minutes how long it takes; null where nobody said
 */
@Embeddable
public record ActivityPlan(
        long kindId,
        String subject,
        LocalDate dueOn,
        @Nullable LocalTime dueTime,
        @Nullable Integer minutes,
        long assigneeId) {

    /** The same for another day, at the same time of it. */
    ActivityPlan on(LocalDate day) {
        return new ActivityPlan(kindId, subject, day, dueTime, minutes, assigneeId);
    }

    boolean isDueWhen(ActivityPlan other) {
        return dueOn.equals(other.dueOn) && Objects.equals(dueTime, other.dueTime);
    }
}
