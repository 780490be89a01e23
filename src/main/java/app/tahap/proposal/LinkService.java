package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.web.RuleException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Manages links on behalf of a viewer who may see the deal. */
@Service
@Transactional
class LinkService {

    private final ProposalService proposals;
    private final ProposalVersionRepository versions;
    private final ProposalLinks links;
    private final ProposalSettingsStore settings;

    LinkService(
            ProposalService proposals,
            ProposalVersionRepository versions,
            ProposalLinks links,
            ProposalSettingsStore settings) {
        this.proposals = proposals;
        this.versions = versions;
        this.links = links;
        this.settings = settings;
    }

    /** Another link to what lies with the customer, or was accepted. */
    LinkToken add(long proposalId, Viewer viewer) {
        proposals.load(proposalId, viewer);
        ProposalVersion sent = versions.findByProposalIdAndStatus(proposalId, ProposalStatus.SENT)
                .or(() -> versions.findByProposalIdAndStatus(proposalId, ProposalStatus.ACCEPTED))
                .orElseThrow(() -> new RuleException("proposal.link.none"));
        return links.create(sent.id(), settings.load().linkDays(), null, viewer.id());
    }

    void revoke(long proposalId, long linkId, Viewer viewer) {
        proposals.load(proposalId, viewer);
        links.revoke(proposalId, linkId);
    }

    void extend(long proposalId, long linkId, Viewer viewer) {
        proposals.load(proposalId, viewer);
        links.extend(proposalId, linkId, settings.load().linkDays());
    }
}
