package app.tahap.deal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a card is dropped.
 *
 * @param aboveId the card directly above the new place, null at the top
 * @param belowId the card directly below the new place, null at the end; both null mean the top of the column
 */
public record DealMove(
        long stageId,
        @Nullable Long aboveId,
        @Nullable Long belowId,
        int version,
        @Nullable UUID key) {}
