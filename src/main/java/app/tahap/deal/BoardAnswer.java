package app.tahap.deal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows anew after a change.
 *
 * @param card null when the deal is no longer on the board
 * @param columns those whose counts and totals changed
 * @param parked null where their number is as before
 * @param advice what is advised and still missing, in a sentence
 * @param undoableEvent the event that can be undone at once
 * @param undoFrom the stage whose head changes again when it is undone
 * @param celebrated whether the deal was won, and the viewer likes to see that
 */
record BoardAnswer(
        long dealId,
        @Nullable CardView card,
        List<ColumnView> columns,
        @Nullable ParkedDeals parked,
        @Nullable String message,
        @Nullable String advice,
        @Nullable Long undoableEvent,
        @Nullable Long undoFrom,
        boolean celebrated) {}
