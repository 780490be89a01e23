package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends reviews, for good: what was said in one stays as it was. */
@Service
@Transactional
class ReviewEnding {

    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewEnding(Reviews reviews, JdbcClient jdbc, Clock clock) {
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ends a review; one that has ended stays as it is. */
    void end(long reviewId, Viewer viewer) {
        ReviewHead review = reviews.loadForEnding(reviewId, viewer);
        if (review.isEnded()) {
            return;
        }
        if (!review.mayBeEndedBy(viewer)) {
            throw new RuleException("review.ending.refused", review.startedBy());
        }
        jdbc.sql("update review set ended_by = :viewer, ended_at = :now where id = :id")
                .param("viewer", viewer.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", reviewId)
                .update();
    }
}
