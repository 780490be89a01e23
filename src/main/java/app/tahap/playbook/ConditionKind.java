package app.tahap.playbook;

/** What can be asked of a deal before a playbook does anything. */
public enum ConditionKind {
    /** In the base currency, at today's rate or that of the closing. */
    AMOUNT_MIN,
    /** Below, in the base currency. */
    AMOUNT_MAX,
    OWNER,
    TEAM,
    SOURCE,
    TAG,
    SCORE_MIN,
    /** Below. */
    SCORE_MAX,
    /** A choice of one of the administrator's fields. */
    FIELD,
    NO_NEXT_STEP;

    public boolean isAmount() {
        return this == AMOUNT_MIN || this == AMOUNT_MAX;
    }

    public boolean isScore() {
        return this == SCORE_MIN || this == SCORE_MAX;
    }

    /** Whether it names one of several things. */
    public boolean isChosen() {
        return !isAmount() && !isScore() && this != NO_NEXT_STEP;
    }
}
