package app.tahap.review;

import app.tahap.account.Viewer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a review came to, all of the same instant, with five queries. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Summaries {

    private final Reviews reviews;
    private final ReviewDeals deals;
    private final FollowUps followUps;
    private final Courses courses;

    Summaries(Reviews reviews, ReviewDeals deals, FollowUps followUps, Courses courses) {
        this.reviews = reviews;
        this.deals = deals;
        this.followUps = followUps;
        this.courses = courses;
    }

    SummaryView of(long reviewId, Viewer viewer) {
        ReviewHead review = reviews.load(reviewId, viewer);
        List<ReviewDealRow> rows = deals.all(reviewId, viewer);
        Map<Long, List<FollowUp>> planned =
                followUps.of(reviewId, null).stream().collect(Collectors.groupingBy(FollowUp::dealId));
        return new SummaryView(review, courses.compare(review, viewer), rows, marked(rows), planned, decisions(rows));
    }

    private static Map<Mark, List<ReviewDealRow>> marked(List<ReviewDealRow> rows) {
        Map<Mark, List<ReviewDealRow>> marked = new EnumMap<>(Mark.class);
        for (ReviewDealRow row : rows) {
            for (Mark mark : row.marks()) {
                marked.computeIfAbsent(mark, first -> new ArrayList<>()).add(row);
            }
        }
        return marked;
    }

    private static Map<Decision, Long> decisions(List<ReviewDealRow> rows) {
        Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
        for (ReviewDealRow row : rows) {
            if (row.decision() != null) {
                decisions.merge(row.decision(), 1L, Long::sum);
            }
        }
        return decisions;
    }
}
