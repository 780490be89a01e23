package app.tahap.deal;

/** What became of a deal after it entered a stage; each can be asked for in {@link StageEntry}. */
public enum Progress {
    /**
     * It came to a later stage, or was won. Skipped stages count as passed, and a move back takes nothing away. A stage that
     * was removed or merged since counts as the one that took its deals over.
     */
    WENT_ON,
    /** It went on without stopping at the next stage. */
    SKIPPED,
    /** From there it was moved back to an earlier stage. */
    RETURNED,
    /** It is open and has not gone on. */
    UNDECIDED,
    /** It was lost or disqualified without having gone on. */
    DROPPED,
    /** It still is in the stage since. */
    RUNNING
}
