package app.tahap.pipeline;

/** What helps a rep with a stage's work. Each can be switched on or off for every stage, so that a small team is not burdened. */
public enum StageTool {
    /** Planned and done calls, e-mails, meetings and tasks. */
    ACTIVITIES,
    /** Whether the prospect has budget, authority, need and a timeline. */
    QUALIFICATION,
    /** Questions about pains and needs. */
    QUESTIONS,
    PROPOSALS,
    /** Objections and how they were answered. */
    OBJECTIONS,
    /** Signs that the customer is about to agree. */
    SIGNALS
}
