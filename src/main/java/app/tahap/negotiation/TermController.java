package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealHeads;
import app.tahap.web.Attempt;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/deals/{dealId}/terms")
class TermController {

    private final TermService terms;
    private final DealHeads deals;

    TermController(TermService terms, DealHeads deals) {
        this.terms = terms;
        this.deals = deals;
    }

    @GetMapping("/new")
    String askForNew(@PathVariable long dealId, Viewer viewer, Model model) {
        model.addAttribute("form", TermForm.blank());
        return show(dealId, null, viewer, model);
    }

    @PostMapping
    String add(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") TermForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        boolean added =
                Attempt.succeeds(() -> terms.add(dealId, form, viewer), errors, refused -> "deadline", response);
        return added ? toPanel(dealId) : show(dealId, null, viewer, model);
    }

    @GetMapping("/{termId}")
    String ask(@PathVariable long dealId, @PathVariable long termId, Viewer viewer, Model model) {
        model.addAttribute("form", terms.load(dealId, termId, viewer));
        return show(dealId, termId, viewer, model);
    }

    @PostMapping("/{termId}")
    String edit(
            @PathVariable long dealId,
            @PathVariable long termId,
            @Valid @ModelAttribute("form") TermForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        boolean edited = Attempt.succeeds(
                () -> terms.edit(dealId, termId, form, viewer), errors, refused -> "deadline", response);
        return edited ? toPanel(dealId) : show(dealId, termId, viewer, model);
    }

    @PostMapping("/{termId}/status")
    String decide(
            @PathVariable long dealId,
            @PathVariable long termId,
            @RequestParam TermStatus status,
            @RequestParam(required = false) @Nullable Integer version,
            Viewer viewer) {
        terms.decide(dealId, termId, status, version, viewer);
        return toPanel(dealId);
    }

    @PostMapping("/{termId}/deletion")
    String delete(@PathVariable long dealId, @PathVariable long termId, Viewer viewer) {
        terms.delete(dealId, termId, viewer);
        return toPanel(dealId);
    }

    private String show(long dealId, @Nullable Long termId, Viewer viewer, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deals.load(dealId, viewer));
        model.addAttribute("id", termId);
        model.addAttribute("present", termId == null ? null : terms.load(dealId, termId, viewer));
        model.addAttribute("statuses", TermStatus.values());
        return "negotiation/term";
    }

    private static String toPanel(long dealId) {
        return "redirect:/deals/%d#panel-terms".formatted(dealId);
    }
}
