package app.tahap.negotiation;

/** What became of a request for approval. */
enum ApprovalOutcome {
    APPROVED,
    REFUSED,
    /** By who asked. */
    WITHDRAWN,
    /** Something else was asked for the same proposal since. */
    OVERTAKEN
}
