package app.tahap.review;

/** What makes the open deals of one moment those of a later one: what was added, then what went away. */
enum Term {
    NEW(true),
    /** Closed or deleted before, and open again. */
    REOPENED(true),
    /** Came from another pipeline, owner or team. */
    JOINED(true),
    WON(false),
    LOST(false),
    DISQUALIFIED(false),
    /** Went to another pipeline, owner or team. */
    LEFT(false),
    DELETED(false);

    private final boolean added;

    Term(boolean added) {
        this.added = added;
    }

    public boolean isAdded() {
        return added;
    }
}
