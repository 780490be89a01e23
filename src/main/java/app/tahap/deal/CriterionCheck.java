package app.tahap.deal;

import app.tahap.pipeline.CriterionKind;

/**
 * Checks one kind of exit criteria. The module that knows whether a deal meets it provides a bean; without one the kind is
 * not offered in the settings, and counts as met where a stage asks for it nevertheless.
 *
 * <p>A bean may look like this:
 *
 * <pre>{@code
 * @Component
 * class SentProposals implements CriterionCheck {
 *     public CriterionKind kind() { return CriterionKind.PROPOSAL; }
 *     public String condition() {
 *         return "exists (select from proposal p where p.deal_id = d.id and p.sent_at is not null)";
 *     }
 *     public String page(long dealId) { return "/deals/" + dealId + "/proposals"; }
 * }
 * }</pre>
 *
 * <p>What is missing is done on a page, or on the spot where there is a {@link PassagePart} for the kind.
 */
public interface CriterionCheck {

    CriterionKind kind();

    /**
     * Whether a deal meets the criterion: an SQL condition about {@code deal d}, always the same and without parameters,
     * never null. All criteria are checked in one statement, whether for one deal or for many, so that an index must serve
     * it.
     */
    String condition();

    /** The path of the page on which what is missing can be done, such as {@code /deals/7/qualification}. */
    String page(long dealId);
}
