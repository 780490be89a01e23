package app.tahap.activity;

import app.tahap.web.RuleException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * To when an activity is put off: a day that was chosen at once, or one that was typed.
 *
 * @param version of the activity as it was seen
 */
record ScheduleForm(
        @Nullable Postponement when,
        @Nullable LocalDate day,
        @Nullable Integer version,
        @Nullable Origin view) {

    LocalDate day(LocalDate today) {
        if (when != null) {
            return when.from(today);
        }
        if (day == null) {
            throw new RuleException("activity.due.required");
        }
        return day;
    }
}
