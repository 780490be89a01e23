package app.tahap.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a deal entered a stage, by creation, import or move, from one date to another; both ends count.
 *
 * @param next the stage that {@link Progress#SKIPPED} is about
 * @param then what became of it; null for whatever
 */
public record StageEntry(
        @Nullable Long stage,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long next,
        @Nullable Progress then) {

    /** The same entry, but of deals of which that became. */
    public StageEntry then(Progress progress) {
        return new StageEntry(stage, from, to, next, progress);
    }
}
