package app.tahap.playbook;

import app.tahap.deal.DealEvent;
import app.tahap.deal.DealRecorded;
import app.tahap.proposal.ProposalAccepted;
import app.tahap.proposal.ProposalDeclined;
import app.tahap.proposal.ProposalRead;
import app.tahap.proposal.ProposalSent;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices what happens to deals, within the transaction that does it, and leaves the work for later. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlaybookListener {

    /** What happened before that is told as history. */
    private static final Duration PAST = Duration.ofHours(1);

    private final RunQueue queue;
    private final Clock clock;

    PlaybookListener(RunQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @EventListener
    void on(DealRecorded recorded) {
        DealEvent event = recorded.event();
        Set<Trigger> triggers =
                switch (event.getKind()) {
                    case CREATED -> EnumSet.of(Trigger.CREATED, Trigger.ENTERED);
                    case MOVED -> EnumSet.of(Trigger.ENTERED);
                    case WON -> EnumSet.of(Trigger.WON);
                    case LOST -> EnumSet.of(Trigger.LOST);
                    case IMPORTED,
                            AMENDED,
                            DISQUALIFIED,
                            PARKED,
                            WOKEN,
                            REOPENED,
                            REMAPPED,
                            UNDONE,
                            DELETED,
                            RESTORED -> EnumSet.noneOf(Trigger.class);
                };
        boolean past = event.getOccurredAt().isBefore(clock.instant().minus(PAST));
        if (!triggers.isEmpty() && !past) {
            queue.add(
                    Cause.ofEvent(triggers, event.getDealId(), event.getPipelineId(), event.getStageId(), event.id()));
        }
    }

    @EventListener
    void on(ProposalSent sent) {
        queue.add(Cause.ofProposal(Trigger.PROPOSAL_SENT, sent.dealId(), sent.proposalId(), sent.version()));
    }

    @EventListener
    void on(ProposalRead read) {
        if (read.times() == 1) {
            queue.add(Cause.ofProposal(Trigger.PROPOSAL_READ, read.dealId(), read.proposalId(), read.version()));
        }
    }

    @EventListener
    void on(ProposalAccepted accepted) {
        queue.add(Cause.ofProposal(
                Trigger.PROPOSAL_ACCEPTED, accepted.dealId(), accepted.proposalId(), accepted.version()));
    }

    @EventListener
    void on(ProposalDeclined declined) {
        queue.add(Cause.ofProposal(
                Trigger.PROPOSAL_DECLINED, declined.dealId(), declined.proposalId(), declined.version()));
    }
}
