package app.tahap.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection as somebody writes it down.
 *
 * @param outcome null for one that is open
 * @param version of the objection that is changed; null for a new one
 * @param key makes a repeated request for a new one harmless
 */
record ObjectionForm(
        @NotNull(message = "{negotiation.type.required}") @Nullable Long type,

        @NotBlank(message = "{negotiation.words.required}") @Size(max = 2_000, message = "{negotiation.words.long}") @Nullable String words,

        @Size(max = 5_000, message = "{negotiation.answer.long}") @Nullable String answer,

        @Nullable ObjectionOutcome outcome,
        @Nullable Integer version,
        @Nullable UUID key) {

    static ObjectionForm blank() {
        return new ObjectionForm(null, null, null, ObjectionOutcome.OPEN, null, UUID.randomUUID());
    }

    static ObjectionForm of(Objection objection) {
        return new ObjectionForm(
                objection.getTypeId(),
                objection.getWords(),
                objection.getAnswer(),
                objection.getOutcome(),
                objection.getVersion(),
                null);
    }

    long requiredType() {
        return Objects.requireNonNull(type);
    }

    String requiredWords() {
        return Objects.requireNonNull(words).strip();
    }

    @Nullable String givenAnswer() {
        return answer == null || answer.isBlank() ? null : answer.strip();
    }

    public ObjectionOutcome chosenOutcome() {
        return Objects.requireNonNullElse(outcome, ObjectionOutcome.OPEN);
    }
}
