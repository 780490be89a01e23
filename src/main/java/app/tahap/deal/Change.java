package app.tahap.deal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes a deal, when, and by which request: what every event says beside the deal's own facts.
 *
 * @param actorId the user; null for the system itself
 * @param at when it happened; the past for imported history
 * @param recordedAt when Tahap learnt of it
 * @param key the request's idempotency key; a second event with the same key is refused by the database
 * @param rate what one unit of the deal's currency is worth in the base currency on that day; null where unknown
 * @param imported whether it comes from another system's records
 * @param stageKnown false where an import knows the outcome but not the stage, or the stage but not since when: the stay
 *     that begins then must not count in figures about stages
 */
public record Change(
        @Nullable Long actorId,
        Instant at,
        Instant recordedAt,
        @Nullable UUID key,
        @Nullable BigDecimal rate,
        boolean imported,
        boolean stageKnown) {

    /** Something that happens now. */
    public static Change now(@Nullable Long actorId, Instant now, @Nullable UUID key, @Nullable BigDecimal rate) {
        return new Change(actorId, now, now, key, rate, false, true);
    }

    /** Something that happened before it was brought here. */
    public static Change imported(
            @Nullable Long actorId, Instant at, Instant now, @Nullable BigDecimal rate, boolean stageKnown) {
        return new Change(actorId, at, now, null, rate, true, stageKnown);
    }

    /** This change, at the earliest at the given instant: a deal's events stand in the order of their times. */
    Change notBefore(Instant earliest) {
        return at.isBefore(earliest)
                ? new Change(actorId, earliest, recordedAt, key, rate, imported, stageKnown)
                : this;
    }
}
