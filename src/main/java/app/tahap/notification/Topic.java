package app.tahap.notification;

/** What a notification is about, by which users choose what comes by e-mail, too. */
public enum Topic {
    MENTION(true),
    REMINDER(true),
    PROPOSAL(true),
    APPROVAL(true),
    AUTOMATION(false),
    ENQUIRY(true),
    /** That a mail could not be sent is not told by mail. */
    MAIL(false);

    private final boolean usuallyMailed;

    Topic(boolean usuallyMailed) {
        this.usuallyMailed = usuallyMailed;
    }

    /** Whether it comes by e-mail to who has not chosen. */
    boolean isUsuallyMailed() {
        return usuallyMailed;
    }

    boolean canBeMailed() {
        return this != MAIL;
    }
}
