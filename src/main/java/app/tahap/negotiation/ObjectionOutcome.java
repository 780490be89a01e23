package app.tahap.negotiation;

/** What became of an objection. */
public enum ObjectionOutcome {
    OPEN,
    /** The answer convinced. */
    RESOLVED,
    /** The customer got what was asked for. */
    CONCEDED
}
