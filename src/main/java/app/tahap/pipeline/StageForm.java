package app.tahap.pipeline;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a stage.
 *
 * @param probability in percent
 * @param rottingDays blank for no limit of its own
 * @param version the stage's, or the pipeline's arrangement for a new stage
 */
record StageForm(
        @NotBlank(message = "{pipeline.stage.name.required}") @Size(max = 100, message = "{pipeline.name.long}") @Nullable String name,

        @NotNull(message = "{pipeline.stage.probability.invalid}") @DecimalMin(value = "0", message = "{pipeline.stage.probability.invalid}") @DecimalMax(value = "100", message = "{pipeline.stage.probability.invalid}") @Digits(integer = 3, fraction = 2, message = "{pipeline.stage.probability.invalid}") @Nullable BigDecimal probability,

        @Min(value = 1, message = "{pipeline.stage.rotting.invalid}") @Max(value = 3650, message = "{pipeline.stage.rotting.invalid}") @Nullable Integer rottingDays,

        @Size(max = 5000, message = "{pipeline.stage.guidance.long}") @Nullable String english,

        @Size(max = 5000, message = "{pipeline.stage.guidance.long}") @Nullable String indonesian,

        int version) {

    static StageForm blank(int arrangement) {
        return new StageForm(null, null, null, null, null, arrangement);
    }

    String requiredName() {
        return Objects.requireNonNull(name).strip();
    }

    /** The probability as a share between 0 and 1. */
    BigDecimal share() {
        return Objects.requireNonNull(probability).movePointLeft(2);
    }
}
