package app.tahap.qualification;

import app.tahap.deal.DealAmounts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a criterion as somebody fills it in; what the criterion's kind does not ask for stays unread.
 *
 * @param amount as typed, in the habits of the viewer's language
 * @param version of the answer that the form was filled from
 */
record AnswerForm(
        @Min(value = 0, message = "{web.value.invalid}") @Max(value = Criterion.BEST, message = "{web.value.invalid}") @Nullable Integer rating,

        @Nullable String amount,
        @Nullable Currency currency,
        @Nullable Boolean confirmed,
        @Nullable Long personId,
        @Nullable AuthorityRole role,
        @Nullable Severity severity,
        @Nullable LocalDate due,

        @Size(max = 2000, message = "{qualification.note.long}") @Nullable String note,

        @NotNull(message = "{web.value.invalid}") @Nullable Integer version) {

    static AnswerForm of(Answer answer, Currency proposed, Locale locale) {
        return new AnswerForm(
                answer.rating(),
                DealAmounts.write(answer.amount(), locale),
                answer.currency() == null ? proposed : Currency.getInstance(answer.currency()),
                answer.confirmed(),
                answer.personId(),
                answer.role(),
                answer.severity(),
                answer.due(),
                answer.note(),
                answer.version());
    }

    /** The answer of a form without errors. */
    Answer answer(Criterion criterion, Locale locale) {
        boolean budget = criterion.kind() == AnswerKind.BUDGET;
        boolean authority = criterion.kind() == AnswerKind.AUTHORITY;
        boolean valued = budget && currency != null && amount != null && !amount.isBlank();
        return new Answer(
                criterion.id(),
                rating,
                valued ? DealAmounts.read(amount, Objects.requireNonNull(currency), locale) : null,
                valued ? Objects.requireNonNull(currency).getCurrencyCode() : null,
                budget && Boolean.TRUE.equals(confirmed),
                authority ? personId : null,
                null,
                authority ? role : null,
                criterion.kind() == AnswerKind.NEED ? severity : null,
                criterion.kind() == AnswerKind.TIMELINE ? due : null,
                note == null || note.isBlank() ? null : note.strip(),
                Objects.requireNonNull(version));
    }
}
