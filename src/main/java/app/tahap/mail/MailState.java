package app.tahap.mail;

/** How far a mail has come. */
enum MailState {
    WAITING,
    SENDING,
    SENT,
    /** The server refused it, or could not be reached for too long. */
    FAILED,
    /** It was handed over, but no answer was kept. */
    UNKNOWN,
    GIVEN_UP;

    boolean canBeSentAgain() {
        return this == WAITING || this == FAILED || this == UNKNOWN;
    }
}
