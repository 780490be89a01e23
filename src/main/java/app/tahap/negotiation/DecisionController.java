package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a decision, what the viewer asked, and what was decided lately. */
@Controller
@RequestMapping("/approvals")
class DecisionController {

    private final Approvals approvals;
    private final ApprovalService service;
    private final DiscountRules rules;
    private final Notices notices;

    DecisionController(Approvals approvals, ApprovalService service, DiscountRules rules, Notices notices) {
        this.approvals = approvals;
        this.service = service;
        this.rules = rules;
        this.notices = notices;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Viewer viewer, Model model) {
        return show(page, request, viewer, model);
    }

    @PostMapping("/{requestId}/decision")
    String decide(
            @PathVariable long requestId,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        approvals.load(requestId, viewer);
        try {
            if (Attempt.succeeds(
                    () -> service.decide(requestId, form, viewer), errors, refused -> "reason", response)) {
                notices.tell(flash, "negotiation.decision.told." + form.outcome());
                return "redirect:/approvals";
            }
        } catch (DecidedException decided) {
            return overtaken(decided, request, response, viewer, model);
        }
        model.addAttribute("failed", requestId);
        return show(1, request, viewer, model);
    }

    @PostMapping("/{requestId}/withdrawal")
    String withdraw(
            @PathVariable long requestId,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        try {
            service.withdraw(requestId, viewer);
        } catch (DecidedException decided) {
            return overtaken(decided, request, response, viewer, model);
        }
        notices.tell(flash, "negotiation.approval.withdrawn");
        return "redirect:/proposals/" + approvals.load(requestId, viewer).proposalId() + "/approval";
    }

    private String overtaken(
            DecidedException decided,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("overtaken", decided);
        return show(1, request, viewer, model);
    }

    private String show(int page, HttpServletRequest request, Viewer viewer, Model model) {
        Paging paging = Paging.of(page, Approvals.PAGE, approvals.countWaiting(viewer));
        model.addAttribute("section", "approvals");
        model.addAttribute("waiting", approvals.waiting(viewer, paging.offset(), Approvals.PAGE));
        model.addAttribute("asked", approvals.askedBy(viewer));
        model.addAttribute("decided", approvals.decided(viewer));
        model.addAttribute("seesMargin", rules.seesMargin(viewer));
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request).at("/approvals"));
        return "negotiation/approvals";
    }
}
