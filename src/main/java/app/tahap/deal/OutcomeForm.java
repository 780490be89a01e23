package app.tahap.deal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a deal ended, and why.
 *
 * @param told what {@link OutcomeExtension}s ask for
 */
record OutcomeForm(
        @Nullable Outcome outcome,
        @Nullable Long reasonId,

        @Size(max = 2000, message = "{deal.outcome.note.long}") @Nullable String note,

        @NotNull(message = "{web.value.invalid}") @Nullable Integer version,

        @Nullable UUID key,
        @Nullable Map<String, String> told) {

    Map<String, String> answers() {
        return told == null ? Map.of() : told;
    }

    /** What it asks for, once it has no errors. */
    Closing closing(Outcome asked) {
        return new Closing(asked, reasonId, note, Objects.requireNonNull(version), key, answers());
    }
}
