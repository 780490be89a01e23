package app.tahap.qualification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param minimumScore 1 to 100; blank for any
 * @param template for a new framework
 */
record FrameworkForm(
        @NotBlank(message = "{qualification.name.required}") @Size(max = 100, message = "{qualification.name.long}") @Nullable String name,

        @Pattern(regexp = "\\s*+(100|[1-9]\\d?)?\\s*", message = "{qualification.minimum.invalid}") @Nullable String minimumScore,

        @Nullable FrameworkTemplate template,
        @Nullable Integer version) {

    static FrameworkForm of(Framework framework) {
        Integer minimum = framework.minimumScore();
        return new FrameworkForm(
                framework.name(), minimum == null ? null : minimum.toString(), null, framework.version());
    }

    String requiredName() {
        return Objects.requireNonNull(name).strip();
    }

    @Nullable Integer minimum() {
        return minimumScore == null || minimumScore.isBlank() ? null : Integer.valueOf(minimumScore.strip());
    }
}
