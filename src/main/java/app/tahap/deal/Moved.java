package app.tahap.deal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a move.
 *
 * @param eventId by which it can be undone; null where the deal stays in its stage
 * @param advised criteria of the stages it left that are advised and missing
 */
record Moved(@Nullable Long eventId, List<ExitCriterion> advised) {

    static Moved by(@Nullable DealEvent event) {
        return new Moved(event == null ? null : event.id(), List.of());
    }
}
