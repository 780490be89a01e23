package app.tahap.proposal;

/** Where a version of a proposal stands. Only drafts can be changed, only sent ones can be answered. */
enum ProposalStatus {
    DRAFT,
    SENT,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    /** A later version was sent. */
    SUPERSEDED;

    public boolean isDraft() {
        return this == DRAFT;
    }

    public boolean isSent() {
        return this == SENT;
    }
}
