package app.tahap.proposal;

import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.mail.MailFailed;
import app.tahap.notification.Argument;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says in the deal's history, where a proposal stands as sent, that its mail was not. */
@Component
class UnsentProposals {

    private final DealJournal journal;
    private final JdbcClient jdbc;

    UnsentProposals(DealJournal journal, JdbcClient jdbc) {
        this.journal = journal;
        this.jdbc = jdbc;
    }

    private record Letter(long dealId, long proposalId, String reference, int number) {}

    @EventListener
    void tell(MailFailed failed) {
        jdbc.sql("""
                        select p.deal_id, p.id as proposal_id, p.reference, v.number
                          from proposal_link l
                          join proposal_version v on v.id = l.version_id
                          join proposal p on p.id = v.proposal_id
                         where l.mail_id = :mail
                        """)
                .param("mail", failed.mailId())
                .query(Letter.class)
                .optional()
                .ifPresent(letter -> tell(letter, failed));
    }

    private void tell(Letter letter, MailFailed failed) {
        String message = failed.unknown() ? "proposal.journal.mail-unknown" : "proposal.journal.mail-failed";
        journal.write(
                letter.dealId(),
                null,
                JournalEntry.of(
                                message,
                                Argument.of(letter.reference()),
                                Argument.of(letter.number()),
                                Argument.of(failed.recipientName()))
                        .leadingTo("/proposals/" + letter.proposalId()));
    }
}
