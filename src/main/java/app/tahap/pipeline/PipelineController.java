package app.tahap.pipeline;

import app.tahap.account.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
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
    private final MessageSource messages;

    PipelineController(PipelineSettings settings, PipelineService pipelines, MessageSource messages) {
        this.settings = settings;
        this.pipelines = pipelines;
        this.messages = messages;
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
        if (!errors.hasErrors()) {
            try {
                return "redirect:/settings/pipelines/" + pipelines.add(form, viewer.locale());
            } catch (NameTakenException taken) {
                errors.rejectValue("name", taken.messageKey(), taken.arguments(), null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return showAll(model);
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
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                pipelines.rename(id, form);
                flash.addFlashAttribute("notice", messages.getMessage("web.saved", null, locale));
                return "redirect:/settings/pipelines/" + id;
            } catch (NameTakenException taken) {
                errors.rejectValue("name", taken.messageKey(), taken.arguments(), null);
            } catch (OptimisticLockingFailureException stale) {
                errors.reject("pipeline.stale");
            }
        }
        response.setStatus((errors.hasGlobalErrors() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        return show(settings.load(id, viewer), model);
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
