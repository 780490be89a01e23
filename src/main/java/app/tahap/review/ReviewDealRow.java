package app.tahap.review;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal of a review.
 *
 * @param marks what was amiss with it when the review began
 * @param stage in which it is now
 */
record ReviewDealRow(
        long dealId,
        int number,
        String title,
        @Nullable String organization,
        String owner,
        String stage,
        String outcome,
        boolean deleted,
        @Nullable BigDecimal amount,
        String currency,
        String[] markNames,
        @Nullable Instant seenAt,
        @Nullable Decision decision,
        @Nullable String words,
        @Nullable String note,
        @Nullable String changedBy) {

    public List<Mark> marks() {
        return Mark.of(markNames);
    }

    public @Nullable Money money() {
        return Money.ofNullable(amount, currency);
    }

    public boolean isDecided() {
        return decision != null;
    }

    /** Whether anything was said about it. */
    public boolean isTold() {
        return decision != null || note != null;
    }

    public boolean isSkipped() {
        return seenAt == null;
    }
}
