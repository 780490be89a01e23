package app.tahap.deal;

import app.tahap.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A card on the board.
 *
 * @param days whole days in the stage, by the workspace's calendar
 * @param rotting whether it is longer there than it should be
 */
record CardView(
        long id,
        int version,
        long stageId,
        String rank,
        String title,
        @Nullable String organization,
        @Nullable Money amount,
        String owner,
        String initials,
        long days,
        boolean rotting) {}
