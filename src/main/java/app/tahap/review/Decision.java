package app.tahap.review;

/** What a meeting can decide about a deal. */
enum Decision {
    KEEP,
    CHASE,
    RESCHEDULE,
    LET_GO,
    HELP,
    /** Something else, which is told in words. */
    OTHER
}
