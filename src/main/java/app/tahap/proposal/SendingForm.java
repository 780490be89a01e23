package app.tahap.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How a draft is sent.
 *
 * @param days for how many the link serves
 * @param revision of the draft that its author looked at
 */
record SendingForm(
        @NotNull(message = "{proposal.days.invalid}") @Min(value = 1, message = "{proposal.days.invalid}") @Max(value = 3650, message = "{proposal.days.invalid}") @Nullable Integer days,

        @Nullable Integer revision) {}
