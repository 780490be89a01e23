package app.tahap.playbook;

/** What sets a playbook off. */
public enum Trigger {
    /** The deal was moved to a stage, or created in it. */
    ENTERED,
    /** The deal is longer than some days in a stage. */
    STAYED,
    CREATED,
    PROPOSAL_SENT,
    /** The customer opened a version of a proposal for the first time. */
    PROPOSAL_READ,
    PROPOSAL_ACCEPTED,
    PROPOSAL_DECLINED,
    WON,
    LOST;

    /** Whether it is about one stage. */
    public boolean hasStage() {
        return this == ENTERED || this == STAYED;
    }

    public boolean hasDays() {
        return this == STAYED;
    }
}
