package app.tahap.deal;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a deal says about it, apart from its history.
 *
 * @param createdAt null where it was brought from another system that does not tell
 */
record DealView(
        long id,
        int version,
        String title,
        @Nullable BigDecimal amount,
        String currency,
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
        Instant stageEnteredAt,
        @Nullable Instant createdAt,
        long ownerId,
        String owner,
        @Nullable Long organizationId,
        @Nullable String organization,
        @Nullable Long personId,
        @Nullable String person,
        @Nullable Long sourceId,
        @Nullable String source,
        boolean rotting,
        boolean deleted) {

    public @Nullable Money money() {
        return Money.ofNullable(amount, currency);
    }

    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }
}
