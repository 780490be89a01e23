package app.tahap.proposal;

import app.tahap.account.PublicAddress;
import app.tahap.account.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a link to who made it, this once: only its hash is kept. */
@Component
class LinkPage {

    private final ProposalHeadings headings;
    private final PublicAddress address;

    LinkPage(ProposalHeadings headings, PublicAddress address) {
        this.headings = headings;
        this.address = address;
    }

    /** The page goes out with the answer itself, not after a redirect: that would leave the token in the session. */
    String show(LinkToken token, long proposalId, Viewer viewer, Model model) {
        model.addAttribute("section", "proposals");
        model.addAttribute("proposal", headings.load(proposalId, viewer));
        // without a known address only the browser, not the request's Host header, says under which one Tahap is
        // reached
        model.addAttribute("path", address.isKnown() ? null : token.path());
        model.addAttribute("link", address.of(token.path()));
        return "proposal/link";
    }
}
