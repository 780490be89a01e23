package app.tahap.qualification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * When to advise letting a deal go.
 *
 * @param lowScore below this score, which 0 never is
 * @param coverage in percent: as long as less is rated, a low score says nothing
 * @param quietDays without note, activity or event, in a stage in which it is too long already
 * @param quietReasonId the reason proposed for quiet deals
 */
record SettingsForm(
        @NotNull(message = "{qualification.settings.score.invalid}") @Min(value = 0, message = "{qualification.settings.score.invalid}") @Max(value = 100, message = "{qualification.settings.score.invalid}") @Nullable Integer lowScore,

        @NotNull(message = "{qualification.settings.coverage.invalid}") @Min(value = 1, message = "{qualification.settings.coverage.invalid}") @Max(value = 100, message = "{qualification.settings.coverage.invalid}") @Nullable Integer coverage,

        @NotNull(message = "{qualification.settings.days.invalid}") @Min(value = 1, message = "{qualification.settings.days.invalid}") @Max(value = 999, message = "{qualification.settings.days.invalid}") @Nullable Integer quietDays,

        @Nullable Long quietReasonId,
        @Nullable Integer version) {}
