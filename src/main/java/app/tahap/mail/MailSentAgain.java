package app.tahap.mail;

/** A mail was sent after all, which its author had asked for once more; told in the transaction that notes it. */
public record MailSentAgain(long mailId, String recipientName, String subject) {}
