package app.tahap.mail;

/** How far a mail has come. */
public enum MailState {
    WAITING,
    SENDING,
    SENT,
    /** The server refused it, or could not be reached for too long. */
    FAILED,
    /** It was handed over, but no answer was kept. */
    UNKNOWN,
    GIVEN_UP;

    /** As it is shown, by its message {@code mail.state}: one that waits after an attempt that failed is put off. */
    public String shown(int attempts) {
        return isPostponed(attempts) ? "POSTPONED" : name();
    }

    boolean isPostponed(int attempts) {
        return this == WAITING && attempts > 0;
    }

    boolean canBeSentAgain() {
        return this == WAITING || this == FAILED || this == UNKNOWN;
    }
}
