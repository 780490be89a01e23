package app.tahap.review;

import java.util.List;
import java.util.Map;

/**
 * What a review came to, as the viewer may see it.
 *
 * @param told deals about which something was decided, noted or planned
 * @param marked the deals with a mark when the review began, by mark
 * @param skipped deals at which nobody looked
 * @param seen how many deals were looked at
 * @param followUps what was planned, by deal
 */
record SummaryView(
        ReviewHead review,
        int deals,
        int seen,
        Comparison comparison,
        List<ReviewDealRow> told,
        Map<Mark, List<ReviewDealRow>> marked,
        List<ReviewDealRow> skipped,
        Map<Long, List<FollowUp>> followUps,
        Map<Decision, Long> decisions) {}
