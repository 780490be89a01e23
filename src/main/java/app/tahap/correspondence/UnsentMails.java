package app.tahap.correspondence;

import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.mail.MailFailed;
import app.tahap.notification.Argument;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says in the deal's history, where a mail stands as sent, that it was not. */
@Component
class UnsentMails {

    private final DealJournal journal;
    private final JdbcClient jdbc;

    UnsentMails(DealJournal journal, JdbcClient jdbc) {
        this.journal = journal;
        this.jdbc = jdbc;
    }

    @EventListener
    void tell(MailFailed failed) {
        String message = failed.unknown() ? "correspondence.journal.unknown" : "correspondence.journal.failed";
        jdbc.sql("select deal_id from deal_mail where mail_id = :mail")
                .param("mail", failed.mailId())
                .query(Long.class)
                .optional()
                .ifPresent(dealId -> journal.write(
                        dealId,
                        null,
                        JournalEntry.of(message, Argument.of(failed.recipientName()), Argument.of(failed.subject()))));
    }
}
