package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review.
 *
 * @param whose the name of the owner or the team; null for all, and for a team that is gone
 * @param onlyMarked whether deals that nothing was amiss with were left out
 * @param previousId the review before of the same deals; null where there was none
 * @param since from when on changes are told
 */
record ReviewHead(
        long id,
        long pipelineId,
        String pipeline,
        ReviewScope scope,
        @Nullable Long ownerId,
        @Nullable Long teamId,
        @Nullable String whose,
        boolean onlyMarked,
        ReviewOrder sorting,
        @Nullable Long previousId,
        Instant since,
        long startedById,
        String startedBy,
        Instant startedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    public boolean isEnded() {
        return endedAt != null;
    }

    /** Whoever began it ends it, or a manager. */
    public boolean mayBeEndedBy(Viewer viewer) {
        return !isEnded() && (viewer.isManager() || viewer.id() == startedById);
    }

    /** The pipeline's deals whose review it is. */
    DealCriteria deals() {
        return DealCriteria.scope(pipelineId, ownerId, teamId);
    }
}
