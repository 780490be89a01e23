package app.tahap.negotiation;

/** Somebody else decided a request first, or who asked took it back. */
final class DecidedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ApprovalOutcome outcome;
    private final String decider;

    DecidedException(ApprovalOutcome outcome, String decider) {
        super(outcome + " by " + decider);
        this.outcome = outcome;
        this.decider = decider;
    }

    public ApprovalOutcome outcome() {
        return outcome;
    }

    public String decider() {
        return decider;
    }
}
