package app.tahap.negotiation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A term as somebody writes it down.
 *
 * @param status null for one that is open
 * @param remind whether the deal's owner is reminded of the deadline
 * @param version of the term that is changed; null for a new one
 * @param key makes a repeated request for a new one harmless
 */
record TermForm(
        @NotBlank(message = "{negotiation.term.title.required}") @Size(max = 150, message = "{negotiation.term.title.long}") @Nullable String title,

        @Size(max = 2_000, message = "{negotiation.words.long}") @Nullable String wanted,

        @Size(max = 2_000, message = "{negotiation.words.long}") @Nullable String offered,

        @Nullable TermStatus status,
        @Nullable LocalDate deadline,
        @Nullable Boolean remind,
        @Nullable Integer version,
        @Nullable UUID key) {

    static TermForm blank() {
        return new TermForm(null, null, null, TermStatus.OPEN, null, true, null, UUID.randomUUID());
    }

    static TermForm of(Term term) {
        return new TermForm(
                term.getTitle(),
                term.getWanted(),
                term.getOffered(),
                term.getStatus(),
                term.getDeadline(),
                term.isReminding(),
                term.getVersion(),
                null);
    }

    String requiredTitle() {
        return Objects.requireNonNull(title).strip();
    }

    @Nullable String givenWanted() {
        return orNull(wanted);
    }

    @Nullable String givenOffered() {
        return orNull(offered);
    }

    public TermStatus chosenStatus() {
        return Objects.requireNonNullElse(status, TermStatus.OPEN);
    }

    boolean isReminding() {
        return Boolean.TRUE.equals(remind);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
