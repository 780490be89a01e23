package app.tahap.mail;

import app.tahap.mail.MailServer.Sender;
import app.tahap.mail.Outbox.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes mails as servers take them: plain text, and the same as simple HTML. */
@Component
class LetterWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Clock clock;

    LetterWriter(Clock clock) {
        this.clock = clock;
    }

    MimeMessage write(Letter letter, Sender sender, Session session) throws MessagingException {
        String address = Objects.requireNonNull(sender.address());
        String id = "<" + letter.messageId() + address.substring(address.lastIndexOf('@')) + ">";
        MimeMessage message = new KeptId(session, id);
        message.setFrom(named(address, letter.senderName()));
        message.setRecipient(Message.RecipientType.TO, named(letter.recipient(), letter.recipientName()));
        if (letter.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {named(letter.replyTo(), letter.senderName())});
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        if (letter.automatic()) {
            message.setHeader("Auto-Submitted", "auto-generated");
        }
        message.setContent(body(letter));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart body(Letter letter) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.body(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(MailHtml.of(letter.body(), letter.locale()), UTF_8, "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sent again, a mail has the same id, by which some who get it twice show it once. */
    private static final class KeptId extends MimeMessage {

        private final String messageId;

        KeptId(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
