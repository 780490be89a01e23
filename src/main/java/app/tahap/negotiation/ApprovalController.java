package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.proposal.Offer;
import app.tahap.proposal.Offers;
import app.tahap.proposal.ProposalHeading;
import app.tahap.proposal.ProposalHeadings;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody asks whether a proposal may be sent as it is, and learns what became of that. */
@Controller
@RequestMapping("/proposals/{proposalId}/approval")
class ApprovalController {

    private final Approvals approvals;
    private final ApprovalService service;
    private final DiscountRules rules;
    private final Offers offers;
    private final ProposalHeadings headings;
    private final Notices notices;

    ApprovalController(
            Approvals approvals,
            ApprovalService service,
            DiscountRules rules,
            Offers offers,
            ProposalHeadings headings,
            Notices notices) {
        this.approvals = approvals;
        this.service = service;
        this.rules = rules;
        this.offers = offers;
        this.headings = headings;
        this.notices = notices;
    }

    @GetMapping
    String show(@PathVariable long proposalId, Viewer viewer, Model model) {
        String fingerprint =
                offers.draft(proposalId, viewer).map(Offer::fingerprint).orElse(null);
        model.addAttribute("form", new ApprovalForm(null, fingerprint, UUID.randomUUID()));
        return show(headings.load(proposalId, viewer), viewer, model);
    }

    @PostMapping
    String ask(
            @PathVariable long proposalId,
            @Valid @ModelAttribute("form") ApprovalForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ProposalHeading subject = headings.load(proposalId, viewer);
        if (Attempt.succeeds(() -> service.ask(proposalId, form, viewer), errors, refused -> "reason", response)) {
            notices.tell(flash, "negotiation.approval.asked");
            return "redirect:/proposals/" + proposalId + "/approval";
        }
        return show(subject, viewer, model);
    }

    private String show(ProposalHeading subject, Viewer viewer, Model model) {
        Optional<Offer> offer = offers.draft(subject.id(), viewer);
        Limits limits = rules.limits(viewer);
        List<ApprovalRow> requests = approvals.ofProposal(subject.id());
        boolean within = offer.isPresent()
                && limits.allow(offer.get().largestDiscount(), offer.get().margin());
        boolean granted = offer.flatMap(approvals::granting).isPresent();
        boolean waits = offer.flatMap(approvals::waitingFor).isPresent();
        model.addAttribute("section", "proposals");
        model.addAttribute("subject", subject);
        model.addAttribute(
                "offer", offer.map(found -> OfferView.of(found, limits)).orElse(null));
        model.addAttribute("requests", requests);
        model.addAttribute("sendable", subject.open() && (within || granted));
        model.addAttribute("askable", subject.open() && offer.isPresent() && !within && !granted && !waits);
        model.addAttribute("seesMargin", rules.seesMargin(viewer));
        return "negotiation/approval";
    }
}
