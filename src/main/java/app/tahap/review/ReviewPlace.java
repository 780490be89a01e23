package app.tahap.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a deal stands in a review, among those that the viewer may see, and what is said about it so far.
 *
 * @param number counted from 1
 * @param total how many deals of the review the viewer may see
 * @param previousId the deal before; null for the first
 * @param nextId null for the last
 */
record ReviewPlace(
        long dealId,
        int number,
        int total,
        int seen,
        @Nullable Long previousId,
        @Nullable Long nextId,
        @Nullable Instant seenAt,
        @Nullable Decision decision,
        @Nullable String words,
        @Nullable String note,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        int version) {}
