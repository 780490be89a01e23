package app.tahap.notification;

/** What a notification is about, by which users choose what comes by e-mail, too. */
public enum Topic {
    MENTION,
    REMINDER,
    PROPOSAL,
    /** A discount waits for somebody, or was decided on. */
    APPROVAL,
    ENQUIRY,
    PLAYBOOK,
    /** That a mail could not be sent is not told by mail. */
    MAIL;

    /** Whether it can come by e-mail; it does to who has not chosen. */
    boolean canBeMailed() {
        return this != MAIL;
    }
}
