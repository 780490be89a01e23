package app.tahap.activity;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What came of an activity.
 *
 * @param version of the activity as it was seen
 */
record CompletionForm(
        @Size(max = 2000, message = "{activity.outcome.long}") @Nullable String outcome,

        @Nullable Integer version,
        @Nullable Origin view) {}
