package app.tahap.deal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a deal stands: open, asleep, or closed. A deal holds it as it is now, each of its events as it was then.
 *
 * @param reasonId of the configured reasons for the outcome
 * @param closingOwnerId whose the deal was when it was closed
 * @param parkedUntil the date until which an open deal sleeps
 */
@Embeddable
record DealStatus(
        @Enumerated(EnumType.STRING) Outcome outcome,
        @Nullable Long reasonId,
        @Nullable String reasonNote,
        @Nullable Instant closedAt,
        @Nullable Long closingOwnerId,
        @Nullable LocalDate parkedUntil) {

    static final DealStatus OPEN = new DealStatus(Outcome.OPEN, null, null, null, null, null);

    static DealStatus parked(LocalDate until) {
        return new DealStatus(Outcome.OPEN, null, null, null, null, until);
    }

    static DealStatus closed(
            Outcome outcome, @Nullable Long reasonId, @Nullable String reasonNote, Instant at, long ownerId) {
        return new DealStatus(outcome, reasonId, reasonNote, at, ownerId, null);
    }

    boolean isClosed() {
        return outcome.isClosed();
    }

    boolean isParked() {
        return parkedUntil != null;
    }
}
