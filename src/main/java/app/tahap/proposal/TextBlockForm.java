package app.tahap.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text as it is filled in.
 *
 * @param part where in a proposal it belongs
 */
record TextBlockForm(
        @NotNull(message = "{web.value.invalid}") @Nullable Section part,

        @NotNull(message = "{web.value.invalid}") @Pattern(regexp = "en|id", message = "{web.value.invalid}") @Nullable String language,

        @NotBlank(message = "{proposal.text.name.required}") @Size(max = 100, message = "{proposal.text.name.long}") @Nullable String name,

        @NotBlank(message = "{proposal.text.text.required}") @Size(max = 10_000, message = "{proposal.text.text.long}") @Nullable String text,

        @Nullable Integer version,
        @Nullable UUID key) {

    static TextBlockForm of(TextBlock block) {
        return new TextBlockForm(block.section(), block.language(), block.name(), block.text(), block.version(), null);
    }
}
