package app.tahap.qualification;

/** What the answer to a criterion consists of beside its rating and a text. */
public enum AnswerKind {
    /** An amount, confirmed or not. */
    BUDGET,
    /** A person and that person's role. */
    AUTHORITY,
    /** How much it hurts. */
    NEED,
    /** A date. */
    TIMELINE,
    GENERAL
}
