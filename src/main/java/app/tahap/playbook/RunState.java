package app.tahap.playbook;

/** What became of a run. */
enum RunState {
    WAITING,
    DONE,
    /** A condition did not hold, or what had set it off was not so any more. */
    SKIPPED,
    /** One of the actions was not possible, so that none was done. */
    FAILED,
    /** It would have gone round in circles. */
    STOPPED
}
