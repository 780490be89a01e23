package app.tahap.deal;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a deal says about it, apart from its history.
 *
 * @param rate what one unit of its currency is worth in the base currency: at its closing, or today; null where unknown
 * @param rateOf since when that rate is in force; null for a closed deal's and for the base currency
 * @param parked whether it sleeps today; a date in the past is still told by parkedUntil
 * @param stageEnteredAt null where an import does not tell since when it is in its stage
 * @param tagList as {@link Tag#LIST} writes it
 * @param rotting open, awake, and too long in its stage
 * @param createdAt null where it was brought from another system that does not tell
 * @param replaced deleted, and not to be restored while the deal is there that was imported instead
 */
record DealView(
        long id,
        int version,
        String title,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable BigDecimal rate,
        @Nullable LocalDate rateOf,
        @Nullable LocalDate expectedClose,
        long pipelineId,
        String pipeline,
        long stageId,
        String stage,
        BigDecimal probability,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String reasonNote,
        @Nullable Instant closedAt,
        @Nullable LocalDate parkedUntil,
        boolean parked,
        @Nullable Instant stageEnteredAt,
        @Nullable Instant createdAt,
        long ownerId,
        String owner,
        @Nullable Long organizationId,
        @Nullable String organization,
        @Nullable Long personId,
        @Nullable String person,
        @Nullable Long sourceId,
        @Nullable String source,
        @Nullable Long campaignId,
        @Nullable String campaign,
        @Nullable String tagList,
        boolean rotting,
        boolean deleted,
        boolean replaced,
        @Nullable Long mergedIntoId,
        @Nullable String mergedInto) {

    public List<Tag> tags() {
        return Tag.list(tagList);
    }

    List<Long> tagIds() {
        return tags().stream().map(Tag::id).toList();
    }

    public @Nullable Money money() {
        return Money.ofNullable(amount, currency);
    }

    /** What it is worth in the base currency; null without an amount or a rate, and where that is its own currency. */
    public @Nullable Money worth(Currency base) {
        boolean own = currency.equals(base.getCurrencyCode());
        return own || amount == null || rate == null ? null : new Money(amount.multiply(rate), base);
    }

    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }
}
