package app.tahap.mail;

/** A mail that waited to be sent will not be, since its author gave it up; told in the transaction that notes it. */
public record MailStruck(long mailId, String recipientName, String subject) {}
