package app.tahap.mail;

/**
 * A mail that somebody wrote will not be sent, or nobody knows whether it was; told in the transaction that notes it.
 *
 * @param unknown whether it may have been sent
 * @param path the page that the mail is about
 */
public record MailFailed(
        long mailId, long authorId, String recipientName, String subject, String path, boolean unknown) {}
