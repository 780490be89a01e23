package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.notification.Notification;
import app.tahap.notification.Notifications;
import app.tahap.notification.Topic;
import app.tahap.proposal.Offer;
import app.tahap.proposal.Offers;
import app.tahap.proposal.ProposalHeading;
import app.tahap.proposal.ProposalHeadings;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for approval, and decides. The deal is locked first, so that two who decide at once wait for each other, and the later one
 * learns what the earlier one decided.
 */
@Service
@Transactional
class ApprovalService {

    private final Approvals approvals;
    private final ApprovalLog log;
    private final DiscountRules rules;
    private final Deciders deciders;
    private final Offers offers;
    private final ProposalHeadings headings;
    private final DealRepository deals;
    private final DealJournal journal;
    private final Notifications notifications;

    ApprovalService(
            Approvals approvals,
            ApprovalLog log,
            DiscountRules rules,
            Deciders deciders,
            Offers offers,
            ProposalHeadings headings,
            DealRepository deals,
            DealJournal journal,
            Notifications notifications) {
        this.approvals = approvals;
        this.log = log;
        this.rules = rules;
        this.deciders = deciders;
        this.offers = offers;
        this.headings = headings;
        this.deals = deals;
        this.journal = journal;
        this.notifications = notifications;
    }

    /**
     * Asks; the same request again changes nothing. What was asked about an earlier state of the draft does not wait any more.
     *
     * @throws RuleException where nothing needs to be asked, or it was asked already
     * @throws ObjectOptimisticLockingFailureException where the draft offers something else than the form showed
     */
    void ask(long proposalId, ApprovalForm form, Viewer viewer) {
        ProposalHeading subject = headings.load(proposalId, viewer);
        deals.loadForChange(subject.dealId(), viewer);
        ApprovalLog.Asked earlier =
                form.key() == null ? null : log.findByKey(form.key()).orElse(null);
        if (earlier != null) {
            if (earlier.proposalId() != proposalId || earlier.requesterId() != viewer.id()) {
                throw new DuplicateKeyException("The key is that of request " + earlier.id());
            }
            return;
        }
        Offer offer =
                offers.draft(proposalId, viewer).orElseThrow(() -> new RuleException("negotiation.approval.undrafted"));
        if (!offer.fingerprint().equals(form.offer())) {
            throw new ObjectOptimisticLockingFailureException(Offer.class, proposalId);
        }
        Limits limits = rules.limits(viewer);
        requireNeeded(subject, offer, limits);
        approvals.ofProposal(proposalId).stream()
                .filter(ApprovalRow::isWaiting)
                .forEach(row -> log.decide(row.id(), ApprovalOutcome.OVERTAKEN, null, viewer.id()));
        long id = log.ask(offer, subject.reference(), limits, form.givenReason(), viewer.id(), form.key());
        journal.write(
                subject.dealId(),
                viewer.id(),
                JournalEntry.of(
                                "negotiation.approval.event.ASKED",
                                Argument.of(subject.reference()),
                                Argument.of(Shares.percent(offer.largestDiscount())))
                        .detailed(form.givenReason())
                        .leadingTo("/proposals/%d/approval".formatted(proposalId)));
        notifications.send(
                deciders.of(offer, viewer.id()),
                Notification.ofDeal(
                                Topic.APPROVAL,
                                "negotiation.approval.told.ASKED",
                                subject.dealId(),
                                Argument.of(viewer.name()),
                                Argument.of(Shares.percent(offer.largestDiscount())),
                                Argument.of(subject.deal()))
                        .leadingTo("/approvals#request-" + id));
    }

    private void requireNeeded(ProposalHeading subject, Offer offer, Limits limits) {
        if (!subject.open()) {
            throw new RuleException("proposal.send.closed");
        }
        if (limits.allow(offer.largestDiscount(), offer.margin())
                || approvals.granting(offer).isPresent()) {
            throw new RuleException("negotiation.approval.unneeded");
        }
        if (approvals.waitingFor(offer).isPresent()) {
            throw new RuleException("negotiation.approval.waits");
        }
    }

    /**
     * Approves or refuses what somebody else asked.
     *
     * @throws DecidedException where that is decided already
     * @throws RuleException where the viewer may not decide it, or would approve what is not offered any more
     */
    void decide(long requestId, DecisionForm form, Viewer viewer) {
        ApprovalRow request = loadForDecision(requestId, viewer);
        if (!viewer.isManager()) {
            throw new NotFoundException("approval", requestId);
        }
        if (request.requesterId() == viewer.id()) {
            throw new RuleException("negotiation.decision.own");
        }
        if (!rules.limits(viewer).allow(request.largest(), request.margin())) {
            throw new RuleException("negotiation.decision.beyond");
        }
        ApprovalOutcome outcome = form.outcome();
        if (outcome == ApprovalOutcome.APPROVED && !request.current()) {
            throw new RuleException("negotiation.decision.changed");
        }
        log.decide(requestId, outcome, form.givenReason(), viewer.id());
        tell(request, outcome, form.givenReason(), viewer);
        notifications.send(
                request.requesterId(),
                Notification.ofDeal(
                                Topic.APPROVAL,
                                "negotiation.approval.told." + outcome,
                                request.dealId(),
                                Argument.of(viewer.name()),
                                Argument.of(request.largestPercent()),
                                Argument.of(request.deal()))
                        .leadingTo("/proposals/%d/approval".formatted(request.proposalId())));
    }

    /** Takes back what the viewer asked. */
    void withdraw(long requestId, Viewer viewer) {
        ApprovalRow request = loadForDecision(requestId, viewer);
        if (request.requesterId() != viewer.id()) {
            throw new NotFoundException("approval", requestId);
        }
        log.decide(requestId, ApprovalOutcome.WITHDRAWN, null, viewer.id());
        tell(request, ApprovalOutcome.WITHDRAWN, null, viewer);
    }

    private ApprovalRow loadForDecision(long requestId, Viewer viewer) {
        deals.loadForChange(approvals.load(requestId, viewer).dealId(), viewer);
        ApprovalRow request = approvals.load(requestId, viewer);
        if (request.outcome() != null) {
            throw new DecidedException(request.outcome(), Objects.requireNonNull(request.decider()));
        }
        return request;
    }

    private void tell(ApprovalRow request, ApprovalOutcome outcome, @Nullable String reason, Viewer viewer) {
        journal.write(
                request.dealId(),
                viewer.id(),
                JournalEntry.of(
                                "negotiation.approval.event." + outcome,
                                Argument.of(request.reference()),
                                Argument.of(request.largestPercent()),
                                Argument.of(request.requester()))
                        .detailed(reason)
                        .leadingTo("/proposals/%d/approval".formatted(request.proposalId())));
    }
}
