package app.tahap.pipeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ChoiceForm(
        @NotBlank(message = "{pipeline.choice.required}") @Size(max = 100, message = "{pipeline.choice.long}") @Nullable String label,

        @Nullable Integer version) {}
