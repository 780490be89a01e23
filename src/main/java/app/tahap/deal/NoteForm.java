package app.tahap.deal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record NoteForm(
        @NotBlank(message = "{deal.note.required}") @Size(max = 10_000, message = "{deal.note.long}") @Nullable String text,

        int version) {}
