package app.tahap.activity;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which activities somebody asks for, as it stands in the address of a page; whatever is null asks for nothing.
 *
 * @param from the first day, on which it is due or was done
 * @param to the last day
 */
record ActivityCriteria(
        @Nullable Long assignee,
        @Nullable Long deal,
        @Nullable Long kind,
        @Nullable ActivityState state,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final ActivityCriteria NONE = new ActivityCriteria(null, null, null, null, null, null);

    public boolean isFiltered() {
        return Stream.of(assignee, deal, kind, state, from, to).anyMatch(Objects::nonNull);
    }

    /** Soonest first, but what was done latest first. */
    boolean latestFirst() {
        return state == null || state == ActivityState.DONE;
    }
}
