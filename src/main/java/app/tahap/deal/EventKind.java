package app.tahap.deal;

/** What happened to a deal. */
public enum EventKind {
    CREATED,
    IMPORTED,
    MOVED,
    AMENDED,
    WON,
    LOST,
    DISQUALIFIED,
    PARKED,
    /** A parked deal was woken before its date. */
    WOKEN,
    REOPENED,
    /** The stage was merged, split or removed, and the deal went with it; nobody moved it. */
    REMAPPED,
    UNDONE,
    DELETED,
    RESTORED;

    /** Whether somebody who did this by mistake may take it back. */
    public boolean isUndoable() {
        return switch (this) {
            case MOVED, WON, LOST, DISQUALIFIED, PARKED, WOKEN, REOPENED -> true;
            case CREATED, IMPORTED, AMENDED, REMAPPED, UNDONE, DELETED, RESTORED -> false;
        };
    }

    static EventKind of(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> REOPENED;
            case WON -> WON;
            case LOST -> LOST;
            case DISQUALIFIED -> DISQUALIFIED;
        };
    }
}
