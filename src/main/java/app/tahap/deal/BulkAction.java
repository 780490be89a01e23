package app.tahap.deal;

/** What can be done to many deals at once. */
enum BulkAction {
    ASSIGN,
    TAG,
    UNTAG,
    MOVE,
    DISQUALIFY;

    /** Whether it can be taken back, deal by deal, on the day it was done. */
    public boolean isUndoable() {
        return this == MOVE || this == DISQUALIFY;
    }
}
