package app.tahap.pipeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline's name.
 *
 * @param template for a new pipeline; null for one with a single stage
 */
record PipelineForm(
        @NotBlank(message = "{pipeline.name.required}") @Size(max = 100, message = "{pipeline.name.long}") @Nullable String name,

        @Nullable Template template,
        @Nullable Integer version) {

    String requiredName() {
        return Objects.requireNonNull(name).strip();
    }
}
