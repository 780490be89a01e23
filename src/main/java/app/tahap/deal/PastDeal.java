package app.tahap.deal;

import app.tahap.field.FieldValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deal with its past, as another system tells it.
 *
 * @param externalId by what the other system knows it; no other deal has it
 * @param stageId where an open deal is; where a closed one was last, or the pipeline's first where that is not known
 * @param stageKnown whether the other system tells the stage
 * @param createdAt null where not told
 * @param enteredAt since when it is, or was last, in its stage; not before createdAt, null where not told
 * @param closedAt when it got its outcome, not before the other two; null for an open deal
 * @param reasonId of the reasons for its outcome; null where not told
 * @param fields what it has in the administrator's fields
 */
public record PastDeal(
        String externalId,
        DealFacts facts,
        long stageId,
        boolean stageKnown,
        @Nullable Instant createdAt,
        @Nullable Instant enteredAt,
        Outcome outcome,
        @Nullable Instant closedAt,
        @Nullable Long reasonId,
        @Nullable String reasonNote,
        FieldValues fields) {

    public PastDeal(
            String externalId,
            DealFacts facts,
            long stageId,
            boolean stageKnown,
            @Nullable Instant createdAt,
            @Nullable Instant enteredAt,
            Outcome outcome,
            @Nullable Instant closedAt,
            @Nullable Long reasonId,
            @Nullable String reasonNote) {
        this(
                externalId,
                facts,
                stageId,
                stageKnown,
                createdAt,
                enteredAt,
                outcome,
                closedAt,
                reasonId,
                reasonNote,
                FieldValues.NONE);
    }

    /** The earliest thing told about it, or now where nothing is. */
    Instant knownSince(Instant now) {
        if (createdAt != null) {
            return createdAt;
        }
        if (stageKnown && enteredAt != null) {
            return enteredAt;
        }
        return closedAt == null ? now : closedAt;
    }

    /** Whether it was created in one stage and entered its own later, which makes two events. */
    boolean movedSince(long firstStageId) {
        return stageKnown
                && createdAt != null
                && enteredAt != null
                && enteredAt.isAfter(createdAt)
                && stageId != firstStageId;
    }

    /** Whether it is told since when it is in its stage: a deal begins in the first one when it is created. */
    boolean entryKnown(long firstStageId) {
        return stageKnown && (enteredAt != null || (createdAt != null && stageId == firstStageId));
    }
}
