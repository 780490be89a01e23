package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The links by which a customer reaches what was sent. */
@Controller
@RequestMapping("/proposals/{proposalId}/links")
class LinkController {

    private final LinkService service;
    private final LinkPage page;
    private final Notices notices;

    LinkController(LinkService service, LinkPage page, Notices notices) {
        this.service = service;
        this.page = page;
        this.notices = notices;
    }

    /** Another link: one that was shown cannot be shown again. */
    @PostMapping
    String add(@PathVariable long proposalId, Viewer viewer, Model model) {
        return page.show(service.add(proposalId, viewer), proposalId, viewer, model);
    }

    @PostMapping("/{linkId}/revocation")
    String revoke(@PathVariable long proposalId, @PathVariable long linkId, Viewer viewer, RedirectAttributes flash) {
        service.revoke(proposalId, linkId, viewer);
        notices.tell(flash, "proposal.link.revoked");
        return "redirect:/proposals/" + proposalId;
    }

    @PostMapping("/{linkId}/extension")
    String extend(@PathVariable long proposalId, @PathVariable long linkId, Viewer viewer, RedirectAttributes flash) {
        service.extend(proposalId, linkId, viewer);
        notices.tell(flash, "proposal.link.extended");
        return "redirect:/proposals/" + proposalId;
    }
}
