package app.tahap.negotiation;

import app.tahap.deal.DealRecord;
import app.tahap.deal.RecordIdentity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term as a file tells it.
 *
 * @param ownerId who owns the deal
 */
record ToldTerm(
        RecordIdentity identity,
        long ownerId,
        String title,
        @Nullable String wanted,
        @Nullable String offered,
        TermStatus status,
        @Nullable LocalDate deadline,
        long authorId,
        Instant createdAt,
        @Nullable Instant decidedAt)
        implements DealRecord {

    /** The deadline of which somebody is to be reminded from a day on; null for none. */
    @Nullable LocalDate toRemindOf(LocalDate today) {
        return status == TermStatus.OPEN && deadline != null && !deadline.isBefore(today) ? deadline : null;
    }

    @Override
    public long dealId() {
        return identity.dealId();
    }

    @Override
    public List<String> sought() {
        return identity.sought();
    }

    @Override
    public List<String> known() {
        return identity.known();
    }
}
