package app.tahap.field;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ChoiceForm(
        @NotBlank(message = "{field.choice.required}") @Size(max = 100, message = "{field.choice.long}") @Nullable String label,

        @Nullable Integer version) {}
