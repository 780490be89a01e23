package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A proposal with its versions: what was sent, what became of it, what can be done now. */
@Controller
class ProposalController {

    private final ProposalPage page;
    private final ProposalService service;
    private final Notices notices;

    ProposalController(ProposalPage page, ProposalService service, Notices notices) {
        this.page = page;
        this.service = service;
        this.notices = notices;
    }

    @PostMapping("/deals/{dealId}/proposals")
    String create(@PathVariable long dealId, @RequestParam(required = false) @Nullable UUID key, Viewer viewer) {
        return "redirect:/proposals/" + service.create(dealId, key, viewer) + "/draft";
    }

    @GetMapping("/proposals/{proposalId}")
    String show(@PathVariable long proposalId, Viewer viewer, Model model) {
        page.fill(proposalId, viewer, model);
        return "proposal/proposal";
    }

    /** A version as the customer reads it. */
    @GetMapping("/proposals/{proposalId}/versions/{number}")
    String version(@PathVariable long proposalId, @PathVariable int number, Viewer viewer, Model model) {
        page.fill(proposalId, number, viewer, model);
        return "proposal/version";
    }

    @PostMapping("/proposals/{proposalId}/versions")
    String revise(@PathVariable long proposalId, @RequestParam(defaultValue = "1") int number, Viewer viewer) {
        service.revise(proposalId, number, viewer);
        return "redirect:/proposals/" + proposalId + "/draft";
    }

    @PostMapping("/proposals/{proposalId}/withdrawal")
    String withdraw(@PathVariable long proposalId, Viewer viewer, RedirectAttributes flash) {
        service.withdraw(proposalId, viewer);
        notices.tell(flash, "proposal.withdrawn");
        return "redirect:/proposals/" + proposalId;
    }
}
