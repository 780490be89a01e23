package app.tahap.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a review came to, as the viewer may see it.
 *
 * @param rows all deals of the review
 * @param marked the deals with a mark when the review began, by mark
 * @param followUps what was planned, by deal
 * @param decisions how often each was made
 */
record SummaryView(
        ReviewHead review,
        Comparison comparison,
        List<ReviewDealRow> rows,
        Map<Mark, List<ReviewDealRow>> marked,
        Map<Long, List<FollowUp>> followUps,
        Map<Decision, Long> decisions) {

    /** How many names stand where there may be thousands. */
    static final int SHOWN = 12;

    private static final String MORE = "…";

    public int deals() {
        return rows.size();
    }

    public int seen() {
        return deals() - skipped().size();
    }

    /** Deals about which something was decided, noted or planned. */
    public List<ReviewDealRow> told() {
        return rows.stream()
                .filter(row -> row.isTold() || followUps.containsKey(row.dealId()))
                .toList();
    }

    /** Deals at which nobody looked. */
    public List<ReviewDealRow> skipped() {
        return rows.stream().filter(ReviewDealRow::isSkipped).toList();
    }

    public List<FollowUp> followUpsOf(long dealId) {
        return followUps.getOrDefault(dealId, List.of());
    }

    /** The first of many names. */
    public String named(List<Comparison.Named> deals) {
        return joined(deals.stream().map(Comparison.Named::title), deals.size());
    }

    /** The first of many titles. */
    public String titles(List<ReviewDealRow> deals) {
        return joined(deals.stream().map(ReviewDealRow::title), deals.size());
    }

    private static String joined(Stream<String> titles, int count) {
        String shown = titles.limit(SHOWN).collect(Collectors.joining("; "));
        return count > SHOWN ? shown + "; " + MORE : shown;
    }
}
