package app.tahap.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity that is added on somebody's day, where the deal is named. */
record QuickActivityForm(
        @NotBlank(message = "{activity.deal.required}") @Size(max = 250, message = "{activity.deal.unknown}") @Nullable String deal,

        @NotNull(message = "{activity.kind.choose}") @Nullable Long kind,

        @NotBlank(message = "{activity.subject.required}") @Size(max = 200, message = "{activity.subject.long}") @Nullable String subject,

        @NotNull(message = "{activity.due.required}") @Nullable LocalDate due,

        @Nullable LocalTime time,
        @Nullable UUID key) {

    ActivityForm form() {
        return new ActivityForm(kind, subject, due, time, null, null, false, null, null, key, Origin.DAY);
    }
}
