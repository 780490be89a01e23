package app.tahap.pipeline;

/** What an exit criterion asks for. What it is called stands in the messages, below {@code pipeline.criterion}. */
public enum CriterionKind {
    AMOUNT,
    EXPECTED_CLOSE,
    ORGANIZATION,
    PERSON,
    SOURCE,
    /** A custom field of the deal. */
    FIELD,
    QUALIFICATION,
    /** A conversation with the customer was logged. */
    CONTACT,
    /** A proposal was sent. */
    PROPOSAL,
    /** An item that is ticked on the deal, in the workspace's own words. */
    CHECKLIST;

    /** Whether a stage asks for it once at the most. */
    boolean isSingle() {
        return this != FIELD && this != CHECKLIST;
    }
}
