package app.tahap.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A pain or need that is added to a deal. */
record TagForm(
        @NotNull(message = "{web.value.invalid}") @Nullable NeedKind kind,

        @NotBlank(message = "{assessment.tag.required}") @Size(max = 100, message = "{assessment.tag.long}") @Nullable String label) {

    static final TagForm EMPTY = new TagForm(NeedKind.PAIN, null);
}
