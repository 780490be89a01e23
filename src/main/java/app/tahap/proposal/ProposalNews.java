package app.tahap.proposal;

import app.tahap.deal.DealJournal;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.notification.Notification;
import app.tahap.notification.Notifications;
import app.tahap.notification.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what customers do: the history of the deal, and its owner. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProposalNews {

    private final DealJournal journal;
    private final Notifications notifications;

    ProposalNews(DealJournal journal, Notifications notifications) {
        this.journal = journal;
        this.notifications = notifications;
    }

    void read(Visit visit) {
        tell(visit, "proposal.journal.read", "proposal.notice.read", visit.reference(), null);
    }

    void accepted(Visit visit, String name) {
        tell(visit, "proposal.journal.accepted", "proposal.notice.accepted", name, null);
    }

    void declined(Visit visit, @Nullable String name, @Nullable String reason) {
        String who = name == null ? "–" : name;
        tell(visit, "proposal.journal.declined", "proposal.notice.declined", who, reason);
    }

    private void tell(Visit visit, String journalKey, String noticeKey, String who, @Nullable String detail) {
        String page = "/proposals/" + visit.proposalId();
        JournalEntry entry = JournalEntry.of(
                journalKey, Argument.of(visit.reference()), Argument.of(visit.number()), Argument.of(who));
        journal.write(visit.dealId(), null, entry.detailed(detail).leadingTo(page));
        notifications.send(
                visit.ownerId(),
                Notification.ofDeal(
                                Topic.PROPOSAL,
                                noticeKey,
                                visit.dealId(),
                                Argument.of(visit.deal()),
                                Argument.of(visit.reference()),
                                Argument.of(who))
                        .leadingTo(page)
                        .once(noticeKey + "-" + visit.versionId()));
    }
}
