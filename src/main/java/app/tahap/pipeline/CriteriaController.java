package app.tahap.pipeline;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a stage asks for before a deal leaves it forward. */
@Controller
@RequestMapping("/settings/stages/{id}/criteria")
class CriteriaController {

    private final PipelineSettings settings;
    private final CriteriaService criteria;
    private final Notices notices;

    CriteriaController(PipelineSettings settings, CriteriaService criteria, Notices notices) {
        this.settings = settings;
        this.criteria = criteria;
        this.notices = notices;
    }

    @GetMapping
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("form", criteria.form(id));
        return show(id, viewer, model);
    }

    @PostMapping
    String set(
            @PathVariable long id,
            @ModelAttribute("form") CriteriaForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (form.isTooLong()) {
            errors.rejectValue("texts", "pipeline.criteria.item.long");
        }
        if (form.hasTooMany()) {
            errors.rejectValue("texts", "pipeline.criteria.items.many");
        }
        if (!Attempt.succeeds(() -> criteria.set(id, form), errors, refused -> "texts", "pipeline.stale", response)) {
            if (errors.hasGlobalErrors()) {
                model.addAttribute("version", criteria.form(id).version());
            }
            return show(id, viewer, model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:/settings/stages/" + id + "/criteria";
    }

    private String show(long id, Viewer viewer, Model model) {
        PipelineDetail pipeline = settings.loadByStage(id, viewer);
        model.addAttribute("section", "settings");
        model.addAttribute("pipeline", pipeline);
        model.addAttribute("stage", pipeline.stage(id));
        model.addAttribute("offers", criteria.offers());
        model.addAttribute("needs", Need.values());
        return "pipeline/criteria";
    }
}
