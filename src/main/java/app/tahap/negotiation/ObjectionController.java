package app.tahap.negotiation;

import app.tahap.account.Viewer;
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
@RequestMapping("/deals/{dealId}/objections")
class ObjectionController {

    private final ObjectionService objections;
    private final ObjectionPages pages;

    ObjectionController(ObjectionService objections, ObjectionPages pages) {
        this.objections = objections;
        this.pages = pages;
    }

    @GetMapping("/new")
    String askForNew(
            @PathVariable long dealId,
            @RequestParam(required = false) @Nullable Long type,
            Viewer viewer,
            Model model) {
        ObjectionForm blank = ObjectionForm.blank();
        model.addAttribute("form", new ObjectionForm(type, null, null, blank.outcome(), null, blank.key()));
        return pages.form(dealId, null, viewer, model);
    }

    @PostMapping
    String add(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") ObjectionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        boolean added =
                Attempt.succeeds(() -> objections.add(dealId, form, viewer), errors, refused -> "type", response);
        return added ? toPanel(dealId) : pages.form(dealId, null, viewer, model);
    }

    @GetMapping("/{objectionId}")
    String ask(@PathVariable long dealId, @PathVariable long objectionId, Viewer viewer, Model model) {
        model.addAttribute("form", objections.load(dealId, objectionId, viewer));
        return pages.form(dealId, objectionId, viewer, model);
    }

    @PostMapping("/{objectionId}")
    String edit(
            @PathVariable long dealId,
            @PathVariable long objectionId,
            @Valid @ModelAttribute("form") ObjectionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        boolean edited = Attempt.succeeds(
                () -> objections.edit(dealId, objectionId, form, viewer), errors, refused -> "type", response);
        return edited ? toPanel(dealId) : pages.form(dealId, objectionId, viewer, model);
    }

    @PostMapping("/{objectionId}/outcome")
    String decide(
            @PathVariable long dealId,
            @PathVariable long objectionId,
            @RequestParam ObjectionOutcome outcome,
            @RequestParam(required = false) @Nullable Integer version,
            Viewer viewer) {
        objections.decide(dealId, objectionId, outcome, version, viewer);
        return toPanel(dealId);
    }

    @PostMapping("/{objectionId}/deletion")
    String delete(@PathVariable long dealId, @PathVariable long objectionId, Viewer viewer) {
        objections.delete(dealId, objectionId, viewer);
        return toPanel(dealId);
    }

    private static String toPanel(long dealId) {
        return "redirect:/deals/%d#panel-objections".formatted(dealId);
    }
}
