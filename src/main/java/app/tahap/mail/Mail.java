package app.tahap.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param authorId who wrote it and is told if it cannot be sent; null for Tahap itself
 * @param senderName who it is from; the address is the workspace's
 * @param replyTo the address that answers go to; null for the workspace's
 * @param subject one line; control characters become blanks
 * @param path the page that the mail is about
 * @param key makes sending the same mail twice harmless; null where each is another one
 */
public record Mail(
        @Nullable Long authorId,
        String senderName,
        String recipient,
        String recipientName,
        @Nullable String replyTo,
        String subject,
        String body,
        Locale language,
        String path,
        @Nullable String key) {

    private static final int LONGEST_SUBJECT = 250;

    /** @throws InvalidAddressException where mail can go to no such address */
    public Mail {
        recipient = Addresses.checked(recipient);
        replyTo = replyTo == null || replyTo.isBlank() ? null : Addresses.checked(replyTo);
        senderName = oneLine(senderName);
        recipientName = oneLine(recipientName);
        subject = oneLine(subject);
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT);
        }
    }

    /** No text that somebody typed begins a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
