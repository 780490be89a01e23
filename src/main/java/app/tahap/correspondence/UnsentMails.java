package app.tahap.correspondence;

import app.tahap.activity.LoggedActivities;
import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.mail.MailFailed;
import app.tahap.mail.MailSentAgain;
import app.tahap.mail.MailStruck;
import app.tahap.notification.Argument;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says in the deal's history, where a mail stands as sent, that it was not, or was in the end. Only what was sent counts as
 * contact.
 */
@Component
class UnsentMails {

    private final LoggedActivities contacts;
    private final DealJournal journal;
    private final JdbcClient jdbc;

    UnsentMails(LoggedActivities contacts, DealJournal journal, JdbcClient jdbc) {
        this.contacts = contacts;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    private record Written(long dealId, UUID key) {}

    @EventListener
    void tell(MailFailed failed) {
        find(failed.mailId()).ifPresent(mail -> {
            String message = failed.unknown() ? "correspondence.journal.unknown" : "correspondence.journal.failed";
            tell(mail, message, failed.recipientName(), failed.subject());
            if (!failed.unknown()) {
                contacts.strike(mail.key());
            }
        });
    }

    @EventListener
    void tell(MailStruck struck) {
        find(struck.mailId()).ifPresent(mail -> {
            tell(mail, "correspondence.journal.struck", struck.recipientName(), struck.subject());
            contacts.strike(mail.key());
        });
    }

    @EventListener
    void tell(MailSentAgain sent) {
        find(sent.mailId()).ifPresent(mail -> {
            tell(mail, "correspondence.journal.again", sent.recipientName(), sent.subject());
            contacts.restore(mail.key());
        });
    }

    private Optional<Written> find(long mailId) {
        return jdbc.sql("select deal_id, key from deal_mail where mail_id = :mail")
                .param("mail", mailId)
                .query(Written.class)
                .optional();
    }

    private void tell(Written mail, String message, String recipient, String subject) {
        journal.write(mail.dealId(), null, JournalEntry.of(message, Argument.of(recipient), Argument.of(subject)));
    }
}
