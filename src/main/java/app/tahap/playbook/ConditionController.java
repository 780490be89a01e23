package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
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

/** The conditions of a playbook. */
@Controller
@RequestMapping("/settings/playbooks/{id}/conditions")
class ConditionController {

    private final Playbooks playbooks;
    private final PlaybookParts parts;
    private final PlaybookChoices choices;
    private final Notices notices;

    ConditionController(Playbooks playbooks, PlaybookParts parts, PlaybookChoices choices, Notices notices) {
        this.playbooks = playbooks;
        this.parts = parts;
        this.choices = choices;
        this.notices = notices;
    }

    @GetMapping("/new")
    String ask(@PathVariable long id, @RequestParam ConditionKind kind, Viewer viewer, Model model) {
        model.addAttribute("form", ConditionForm.blank());
        return show(id, kind, viewer, model);
    }

    @PostMapping
    String add(
            @PathVariable long id,
            @RequestParam ConditionKind kind,
            @ModelAttribute("form") ConditionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        playbooks.load(id);
        form.check(kind, choices.of(kind, viewer), viewer, errors);
        if (Attempt.succeeds(() -> parts.addCondition(id, kind, form, viewer), errors, refused -> "choice", response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/playbooks/" + id;
        }
        return show(id, kind, viewer, model);
    }

    @PostMapping("/{conditionId}/removal")
    String remove(@PathVariable long id, @PathVariable long conditionId, RedirectAttributes flash) {
        parts.removeCondition(id, conditionId);
        notices.tell(flash, "playbook.condition.removed");
        flash.addFlashAttribute(
                "undoPath", "/settings/playbooks/%d/conditions/%d/restoration".formatted(id, conditionId));
        return "redirect:/settings/playbooks/" + id;
    }

    @PostMapping("/{conditionId}/restoration")
    String restore(@PathVariable long id, @PathVariable long conditionId, RedirectAttributes flash) {
        parts.restoreCondition(id, conditionId);
        notices.tell(flash, "playbook.condition.restored");
        return "redirect:/settings/playbooks/" + id;
    }

    private String show(long id, ConditionKind kind, Viewer viewer, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("playbook", playbooks.load(id));
        model.addAttribute("kind", kind);
        model.addAttribute("choices", choices.of(kind, viewer));
        return "playbook/condition";
    }
}
