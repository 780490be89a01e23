package app.tahap.pipeline;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pipelines, and the settings of one. */
@Controller
@RequestMapping("/settings/pipelines")
class PipelineController {

    private final PipelineSettings settings;
    private final PipelineService pipelines;
    private final Notices notices;

    PipelineController(PipelineSettings settings, PipelineService pipelines, Notices notices) {
        this.settings = settings;
        this.pipelines = pipelines;
        this.notices = notices;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", new PipelineForm(null, Template.SEVEN, 0));
        return showAll(model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") PipelineForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        return Attempt.of(() -> pipelines.add(form, viewer.locale()), errors, refused -> "name", response)
                .map(id -> "redirect:/settings/pipelines/" + id)
                .orElseGet(() -> showAll(model));
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        return show(settings.load(id, viewer), model);
    }

    @PostMapping("/{id}")
    String rename(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PipelineForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!Attempt.succeeds(
                () -> pipelines.rename(id, form), errors, refused -> "name", "pipeline.stale", response)) {
            return show(settings.load(id, viewer), model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:/settings/pipelines/" + id;
    }

    private String showAll(Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("pipelines", settings.rows(false));
        model.addAttribute("archived", settings.rows(true));
        model.addAttribute("templates", Template.values());
        return "pipeline/pipelines";
    }

    static String show(PipelineDetail pipeline, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new PipelineForm(pipeline.name(), null, pipeline.version()));
        }
        model.addAttribute("section", "settings");
        model.addAttribute("pipeline", pipeline);
        return "pipeline/pipeline";
    }
}
