package app.tahap.mail;

import app.tahap.mail.MailServer.Sender;
import app.tahap.mail.Outbox.Letter;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands a mail to the server, and tells apart what was refused from what may have been accepted. */
@Component
class Smtp {

    private static final int LONGEST_DETAIL = 500;

    private final MailServer server;
    private final LetterWriter writer;

    Smtp(MailServer server, LetterWriter writer) {
        this.server = server;
        this.writer = writer;
    }

    /**
     * Why a mail was not sent.
     *
     * @param passing whether it is worth another attempt
     * @param detail what the server said
     */
    record Refusal(
            MailFailure failure, boolean passing, @Nullable String detail) {

        boolean isPassing() {
            return passing;
        }

        boolean isUnknown() {
            return failure == MailFailure.SILENT;
        }
    }

    /** Empty when the server has accepted the mail. */
    Optional<Refusal> send(Letter letter) {
        JavaMailSenderImpl settings = server.find().orElse(null);
        Sender sender = server.sender().orElse(null);
        if (settings == null || sender == null) {
            return Optional.of(new Refusal(MailFailure.NO_SERVER, true, null));
        }
        Session session = settings.getSession();
        boolean secure = "smtps".equals(settings.getProtocol());
        Connection connection = new Connection(session, secure);
        try {
            MimeMessage message = writer.write(letter, sender, session);
            connection.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
            connection.sendMessage(message, message.getAllRecipients());
            return Optional.empty();
        } catch (MessagingException failed) {
            return Optional.of(connection.refusal(failed));
        } finally {
            connection.hangUp();
        }
    }

    /** A connection that remembers whether the whole text was handed over. */
    private static final class Connection extends SMTPTransport {

        private boolean handedOver;

        Connection(Session session, boolean secure) {
            super(session, new URLName(protocol(secure), null, -1, null, null, null), protocol(secure), secure);
        }

        private static String protocol(boolean secure) {
            return secure ? "smtps" : "smtp";
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            handedOver = true;
            super.finishData();
        }

        @Override
        protected void finishBdat() throws IOException, MessagingException {
            handedOver = true;
            super.finishBdat();
        }

        Refusal refusal(MessagingException failed) {
            int code = getLastReturnCode();
            String detail = detail(failed);
            if (failed instanceof AuthenticationFailedException) {
                return new Refusal(MailFailure.LOGIN, true, detail);
            }
            if (code >= 500 && code < 600) {
                return new Refusal(MailFailure.REFUSED, false, detail);
            }
            if (code >= 400 && code < 500) {
                return new Refusal(MailFailure.BUSY, true, detail);
            }
            return handedOver
                    ? new Refusal(MailFailure.SILENT, false, detail)
                    : new Refusal(MailFailure.UNREACHABLE, true, detail);
        }

        private String detail(MessagingException failed) {
            String said = getLastReturnCode() >= 400 ? getLastServerResponse() : failed.getMessage();
            String line = String.valueOf(said).replaceAll("\\s+", " ").strip();
            return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) : line;
        }

        /** What is said at parting changes nothing any more. */
        void hangUp() {
            try {
                close();
            } catch (MessagingException ignored) {
                // the mail's fate is known without it
            }
        }
    }
}
