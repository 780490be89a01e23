package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes proposals on behalf of a viewer. The deal is locked first, and loading it is the access check. */
@Service
@Transactional
class ProposalService {

    private final ProposalRepository proposals;
    private final ProposalVersionRepository versions;
    private final ProposalSettingsStore settings;
    private final FirstDraft firstDraft;
    private final DealRepository deals;
    private final DealJournal journal;
    private final Clock clock;

    ProposalService(
            ProposalRepository proposals,
            ProposalVersionRepository versions,
            ProposalSettingsStore settings,
            FirstDraft firstDraft,
            DealRepository deals,
            DealJournal journal,
            Clock clock) {
        this.proposals = proposals;
        this.versions = versions;
        this.settings = settings;
        this.firstDraft = firstDraft;
        this.deals = deals;
        this.journal = journal;
        this.clock = clock;
    }

    /** Begins a proposal with a draft that knows what the deal knows; the same request again answers the same proposal. */
    long create(long dealId, @Nullable UUID key, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Optional<Proposal> made = key == null ? Optional.empty() : proposals.findByIdempotencyKey(key);
        if (made.isPresent()) {
            if (made.get().getDealId() != dealId) {
                throw new DuplicateKeyException(
                        "The key is that of proposal " + made.get().id());
            }
            return made.get().id();
        }
        Instant now = clock.instant();
        String reference = "%d-%04d".formatted(viewer.today(clock).getYear(), proposals.nextReference());
        Proposal proposal = proposals.save(new Proposal(dealId, reference, viewer.id(), now, key));
        ProposalSettings ours = settings.load();
        ProposalHead head = firstDraft.of(deal, viewer, ours.validDays());
        versions.save(new ProposalVersion(proposal.id(), 1, head, ours.rounding(), viewer.id(), now));
        tell(proposal, viewer.id(), "proposal.journal.drafted", 1);
        return proposal.id();
    }

    /** @param seen the lock version of the draft that the form was filled from */
    void write(long proposalId, Draft draft, @Nullable Integer seen, Viewer viewer) {
        load(proposalId, viewer);
        ProposalVersion version = draft(proposalId);
        Versions.requireCurrent(ProposalVersion.class, version.getVersion(), seen);
        version.write(
                draft.head(), draft.texts(), draft.lines(), settings.load().rounding(), clock.instant());
    }

    /** A new draft with what an earlier version says; the draft that there is already, if there is one. */
    void revise(long proposalId, int number, Viewer viewer) {
        Proposal proposal = load(proposalId, viewer);
        List<ProposalVersion> all = versions.findByProposalIdOrderByNumber(proposalId);
        if (all.stream().anyMatch(version -> version.getStatus().isDraft())) {
            return;
        }
        if (all.stream().anyMatch(version -> version.getStatus() == ProposalStatus.ACCEPTED)) {
            throw new RuleException("proposal.revise.accepted");
        }
        ProposalVersion model = all.stream()
                .filter(version -> version.getNumber() == number)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("version", number));
        int next = all.get(all.size() - 1).getNumber() + 1;
        Instant now = clock.instant();
        ProposalHead head =
                firstDraft.again(model.head(), viewer, settings.load().validDays());
        ProposalVersion draft = new ProposalVersion(proposalId, next, head, model.rounding(), viewer.id(), now);
        List<LineTerms> terms = model.lines().stream().map(LineItem::terms).toList();
        draft.write(head, model.texts(), terms, settings.load().rounding(), now);
        versions.save(draft);
        tell(proposal, viewer.id(), "proposal.journal.drafted", next);
    }

    /** Throws the draft away, and the proposal with it where nothing of it was ever sent; false then. */
    boolean discard(long proposalId, Viewer viewer) {
        Proposal proposal = load(proposalId, viewer);
        ProposalVersion draft = draft(proposalId);
        versions.delete(draft);
        versions.flush();
        tell(proposal, viewer.id(), "proposal.journal.discarded", draft.getNumber());
        if (!versions.findByProposalIdOrderByNumber(proposalId).isEmpty()) {
            return true;
        }
        proposals.delete(proposal);
        return false;
    }

    /** Takes back what lies with the customer. */
    void withdraw(long proposalId, Viewer viewer) {
        Proposal proposal = load(proposalId, viewer);
        ProposalVersion sent = versions.findByProposalIdAndStatus(proposalId, ProposalStatus.SENT)
                .orElseThrow(() -> new RuleException("proposal.withdraw.late"));
        sent.withdraw(clock.instant());
        tell(proposal, viewer.id(), "proposal.journal.withdrawn", sent.getNumber());
    }

    /** The proposal, with its deal locked, if the viewer may see it. */
    Proposal load(long proposalId, Viewer viewer) {
        Proposal proposal =
                proposals.findById(proposalId).orElseThrow(() -> new NotFoundException("proposal", proposalId));
        deals.loadForChange(proposal.getDealId(), viewer);
        return proposal;
    }

    ProposalVersion draft(long proposalId) {
        return versions.findByProposalIdAndStatus(proposalId, ProposalStatus.DRAFT)
                .orElseThrow(() -> new RuleException("proposal.draft.gone"));
    }

    private void tell(Proposal proposal, long actorId, String messageKey, int number) {
        JournalEntry entry = JournalEntry.of(messageKey, Argument.of(proposal.getReference()), Argument.of(number));
        journal.write(proposal.getDealId(), actorId, entry.leadingTo("/proposals/" + proposal.id()));
    }
}
