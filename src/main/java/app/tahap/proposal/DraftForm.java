package app.tahap.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its author fills it in, apart from its lines.
 *
 * @param version the revision of the draft that the form was filled from
 */
record DraftForm(
        @NotBlank(message = "{proposal.form.title.required}") @Size(max = 200, message = "{proposal.form.title.long}") @Nullable String title,

        @Size(max = 500, message = "{proposal.form.recipient.long}") @Nullable String recipient,

        @NotNull(message = "{web.value.invalid}") @Pattern(regexp = "en|id", message = "{web.value.invalid}") @Nullable String language,

        @NotNull(message = "{proposal.form.currency.required}") @Nullable Currency currency,

        @Nullable LocalDate validUntil,

        @Size(max = 20_000, message = "{proposal.form.text.long}") @Nullable String problem,

        @Size(max = 20_000, message = "{proposal.form.text.long}") @Nullable String solution,

        @Size(max = 20_000, message = "{proposal.form.text.long}") @Nullable String benefits,

        @Size(max = 20_000, message = "{proposal.form.text.long}") @Nullable String investment,

        @Size(max = 20_000, message = "{proposal.form.text.long}") @Nullable String terms,

        @Nullable Integer version) {

    static DraftForm of(VersionView draft) {
        ProposalHead head = draft.head();
        ProposalTexts texts = draft.texts();
        return new DraftForm(
                head.title(),
                head.recipient(),
                head.language(),
                head.money(),
                head.validUntil(),
                texts.problem(),
                texts.solution(),
                texts.benefits(),
                texts.investment(),
                texts.terms(),
                draft.revision());
    }

    /** The same with a piece of text at the end of a section. */
    DraftForm with(Section section, String piece) {
        return new DraftForm(
                title,
                recipient,
                language,
                currency,
                validUntil,
                section == Section.PROBLEM ? joined(problem, piece) : problem,
                section == Section.SOLUTION ? joined(solution, piece) : solution,
                section == Section.BENEFITS ? joined(benefits, piece) : benefits,
                section == Section.INVESTMENT ? joined(investment, piece) : investment,
                section == Section.TERMS ? joined(terms, piece) : terms,
                version);
    }

    ProposalHead head() {
        return new ProposalHead(
                Objects.requireNonNull(title).strip(),
                text(recipient),
                Objects.requireNonNull(language),
                Objects.requireNonNull(currency).getCurrencyCode(),
                validUntil);
    }

    ProposalTexts texts() {
        return new ProposalTexts(text(problem), text(solution), text(benefits), text(investment), text(terms));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static String joined(@Nullable String before, String piece) {
        return before == null || before.isBlank() ? piece : before.strip() + "\n\n" + piece;
    }
}
