package app.tahap.pipeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a stage.
 *
 * @param probability in percent, with a decimal point or comma
 * @param rottingDays blank for no limit of its own
 * @param tools what helps with the work of this stage; null for nothing
 * @param version the stage's, or the pipeline's arrangement for a new stage
 */
record StageForm(
        @NotBlank(message = "{pipeline.stage.name.required}") @Size(max = 100, message = "{pipeline.name.long}") @Nullable String name,

        @NotNull(message = "{pipeline.stage.probability.invalid}") @Pattern(
                regexp = "\\s*+(100([.,]00?)?|\\d{1,2}([.,]\\d{1,2})?)\\s*",
                message = "{pipeline.stage.probability.invalid}")
        @Nullable String probability,

        @Pattern(regexp = "\\s*+([1-9]\\d{0,3})?\\s*", message = "{pipeline.stage.rotting.invalid}") @Nullable String rottingDays,

        @Size(max = 5000, message = "{pipeline.stage.guidance.long}") @Nullable String english,

        @Size(max = 5000, message = "{pipeline.stage.guidance.long}") @Nullable String indonesian,

        @Nullable Set<StageTool> tools,

        @Nullable Integer version) {

    static StageForm blank(int arrangement) {
        return new StageForm(null, null, null, null, null, EnumSet.of(StageTool.ACTIVITIES), arrangement);
    }

    /** What of the list of stages its author saw; nothing that exists where that is not said. */
    int arrangement() {
        return Objects.requireNonNullElse(version, -1);
    }

    Set<StageTool> chosenTools() {
        return Objects.requireNonNullElse(tools, Set.of());
    }

    public boolean has(StageTool tool) {
        return chosenTools().contains(tool);
    }

    String requiredName() {
        return Objects.requireNonNull(name).strip();
    }

    /** The probability as a share between 0 and 1. */
    BigDecimal share() {
        String percent = Objects.requireNonNull(probability).strip().replace(',', '.');
        return new BigDecimal(percent).movePointLeft(2);
    }

    @Nullable Integer days() {
        return rottingDays == null || rottingDays.isBlank() ? null : Integer.valueOf(rottingDays.strip());
    }
}
