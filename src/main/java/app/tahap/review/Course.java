package app.tahap.review;

import org.jspecify.annotations.Nullable;

/** How one deal stood at the three moments of a summary. */
record Course(long id, String title, Standing before, Standing start, Standing now) {

    Standing at(Moment moment) {
        return switch (moment) {
            case BEFORE -> before;
            case START -> start;
            case NOW -> now;
        };
    }

    /** Why the deal is counted at the start but not before, or the other way round; null where it is at both or at neither. */
    @Nullable Term term() {
        if (before.counted() == start.counted()) {
            return null;
        }
        if (start.counted()) {
            return !before.isThere() ? Term.NEW : before.isOpen() ? Term.JOINED : Term.REOPENED;
        }
        if (start.deleted()) {
            return Term.DELETED;
        }
        return start.isOpen() ? Term.LEFT : Term.valueOf(String.valueOf(start.outcome()));
    }

    boolean stayed() {
        return before.counted() && start.counted();
    }
}
