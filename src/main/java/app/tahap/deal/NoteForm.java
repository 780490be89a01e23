package app.tahap.deal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note as somebody types it.
 *
 * @param version of the note that is changed; null for a new one
 * @param key makes a repeated request for a new note harmless
 */
record NoteForm(
        @NotBlank(message = "{deal.note.required}") @Size(max = 10_000, message = "{deal.note.long}") @Nullable String text,

        @Nullable Integer version,
        @Nullable UUID key) {

    static NoteForm empty() {
        return new NoteForm(null, null, UUID.randomUUID());
    }
}
