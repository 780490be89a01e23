package app.tahap.proposal;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal says, in Markdown; null for a part that is left out.
 *
 * @param benefits with the return on the investment
 * @param investment what stands above the lines
 */
@Embeddable
record ProposalTexts(
        @Nullable String problem,
        @Nullable String solution,
        @Nullable String benefits,
        @Nullable String investment,
        @Nullable String terms) {

    static final ProposalTexts NONE = new ProposalTexts(null, null, null, null, null);

    @Nullable String of(Section section) {
        return switch (section) {
            case PROBLEM -> problem;
            case SOLUTION -> solution;
            case BENEFITS -> benefits;
            case INVESTMENT -> investment;
            case TERMS -> terms;
        };
    }
}
