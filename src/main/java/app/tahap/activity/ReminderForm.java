package app.tahap.activity;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** When somebody wants to be reminded. */
record ReminderForm(
        @NotNull(message = "{web.value.invalid}") @Nullable Reminder reminder) {}
