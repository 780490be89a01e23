package app.tahap.proposal;

import app.tahap.account.PublicAddress;
import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.mail.Mails;
import app.tahap.money.Money;
import app.tahap.notification.Argument;
import app.tahap.proposal.SendingCheck.Obstacle;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends drafts: freezes what is written, keeps its PDF, and makes the link for the customer. */
@Service
class ProposalSending {

    private final ProposalService service;
    private final ProposalVersionRepository versions;
    private final ProposalReader reader;
    private final Offers offers;
    private final DocumentViews views;
    private final PdfRenderer renderer;
    private final ProposalSettingsStore settings;
    private final ProposalDocuments documents;
    private final ProposalLinks links;
    private final List<SendingCheck> checks;
    private final DealEffects effects;
    private final DealRepository deals;
    private final DealJournal journal;
    private final Mails mails;
    private final PublicAddress address;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProposalSending(
            ProposalService service,
            ProposalVersionRepository versions,
            ProposalReader reader,
            Offers offers,
            DocumentViews views,
            PdfRenderer renderer,
            ProposalSettingsStore settings,
            ProposalDocuments documents,
            ProposalLinks links,
            List<SendingCheck> checks,
            DealEffects effects,
            DealRepository deals,
            DealJournal journal,
            Mails mails,
            PublicAddress address,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.service = service;
        this.versions = versions;
        this.reader = reader;
        this.offers = offers;
        this.views = views;
        this.renderer = renderer;
        this.settings = settings;
        this.documents = documents;
        this.links = links;
        this.checks = checks;
        this.effects = effects;
        this.deals = deals;
        this.journal = journal;
        this.mails = mails;
        this.address = address;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What stands against sending a draft now. */
    List<Obstacle> obstacles(VersionView draft, boolean dealOpen, Viewer viewer) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (draft.lines().stream().allMatch(LineItem::optional)) {
            obstacles.add(obstacle("proposal.send.empty"));
        }
        if (draft.head().validUntil() != null && draft.head().validUntil().isBefore(viewer.today(clock))) {
            obstacles.add(obstacle("proposal.send.over"));
        }
        if (!dealOpen) {
            obstacles.add(obstacle("proposal.send.closed"));
        }
        Offer offer = offers.of(draft);
        checks.forEach(check -> check.obstacle(offer, viewer).ifPresent(obstacles::add));
        return obstacles;
    }

    /** What the customer reads and the PDF cannot print, which would be something else than what is accepted. */
    Optional<Obstacle> unprintable(DocumentView document) {
        String signs = renderer.unprintable(document);
        return signs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle("proposal.send.signs", List.of(signs), null, null));
    }

    private static Obstacle obstacle(String messageKey) {
        return new Obstacle(messageKey, List.of(), null, null);
    }

    /**
     * Sends a draft. The PDF is made before anything is locked, since that takes a while.
     *
     * @param seen the revision that the viewer is about to send
     * @param days for how many the link serves
     * @param letter by which the link is mailed; null where it is copied
     * @return the link's token
     * @throws RuleException where something stands against it
     */
    LinkToken send(long proposalId, @Nullable Integer seen, int days, @Nullable ProposalLetter letter, Viewer viewer) {
        VersionView draft =
                reader.draft(proposalId, viewer).orElseThrow(() -> new RuleException("proposal.draft.gone"));
        Versions.requireCurrent(ProposalVersion.class, draft.revision(), seen);
        ProposalSettings ours = settings.load();
        DocumentView document = views.of(draft, ours);
        unprintable(document).ifPresent(ProposalSending::refuse);
        byte[] pdf = renderer.render(document, ours, settings.logo(), false);
        return Objects.requireNonNull(
                transaction.execute(status -> freeze(proposalId, draft, pdf, days, letter, viewer)));
    }

    private static void refuse(Obstacle obstacle) {
        throw new RuleException(obstacle.messageKey(), obstacle.arguments().toArray());
    }

    private LinkToken freeze(
            long proposalId, VersionView draft, byte[] pdf, int days, @Nullable ProposalLetter letter, Viewer viewer) {
        Proposal proposal = service.load(proposalId, viewer);
        Deal deal = deals.loadForChange(proposal.getDealId(), viewer);
        ProposalVersion version = service.draft(proposalId);
        Versions.requireCurrent(ProposalVersion.class, version.getVersion(), draft.revision());
        obstacles(draft, effects.isOpen(deal), viewer).forEach(ProposalSending::refuse);
        Instant now = clock.instant();
        versions.findByProposalIdOrderByNumber(proposalId).forEach(earlier -> earlier.giveWay(now));
        versions.flush();
        version.send(viewer.id(), now, viewer.today(clock));
        versions.flush();
        documents.keep(version.id(), pdf);
        LinkToken token = links.create(version.id(), days, letter == null ? null : letter.address(), viewer.id());
        if (letter != null) {
            links.mailed(
                    token,
                    mails.send(letter.bearing(token, proposal, address, viewer)).orElseThrow());
        }
        journal.write(
                deal.id(),
                viewer.id(),
                JournalEntry.of(
                                "proposal.journal.sent",
                                Argument.of(proposal.getReference()),
                                Argument.of(version.getNumber()),
                                Argument.of(new Money(
                                        version.totals().net(), version.head().currency())))
                        .leadingTo("/proposals/" + proposalId));
        effects.sent(deal, version, viewer);
        events.publishEvent(new ProposalSent(deal.id(), proposalId, version.getNumber()));
        return token;
    }
}
