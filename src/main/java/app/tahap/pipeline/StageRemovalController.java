package app.tahap.pipeline;

import app.tahap.account.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
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

/** Asks where the deals of a stage go, and removes it, or merges it into another of its pipeline. */
@Controller
@RequestMapping("/settings/stages/{id}")
class StageRemovalController {

    private final PipelineSettings settings;
    private final Pipelines pipelines;
    private final StageService stages;
    private final MessageSource messages;

    StageRemovalController(
            PipelineSettings settings, Pipelines pipelines, StageService stages, MessageSource messages) {
        this.settings = settings;
        this.pipelines = pipelines;
        this.stages = stages;
        this.messages = messages;
    }

    @GetMapping("/removal")
    String askToRemove(@PathVariable long id, Viewer viewer, Model model) {
        PipelineDetail pipeline = settings.loadByStage(id, viewer);
        model.addAttribute("form", new RemovalForm(null, null, pipeline.arrangement()));
        return show(pipeline, id, "removal", model);
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RemovalForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        PipelineDetail pipeline = settings.loadByStage(id, viewer);
        if (!errors.hasErrors()) {
            save(() -> stages.remove(id, form.target(), form.seen(), viewer), errors);
        }
        return answer(pipeline, id, "removal", errors, response, viewer, model, flash);
    }

    @GetMapping("/merger")
    String askToMerge(@PathVariable long id, Viewer viewer, Model model) {
        PipelineDetail pipeline = settings.loadByStage(id, viewer);
        model.addAttribute("form", new RemovalForm(null, null, pipeline.arrangement()));
        return show(pipeline, id, "merger", model);
    }

    @PostMapping("/merger")
    String merge(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RemovalForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        PipelineDetail pipeline = settings.loadByStage(id, viewer);
        if (!errors.hasErrors()) {
            save(() -> stages.merge(id, form, viewer), errors);
        }
        return answer(pipeline, id, "merger", errors, response, viewer, model, flash);
    }

    private static void save(Runnable save, BindingResult errors) {
        try {
            save.run();
        } catch (NameTakenException taken) {
            errors.rejectValue("name", taken.messageKey(), taken.arguments(), null);
        } catch (OptimisticLockingFailureException stale) {
            errors.reject("pipeline.stale.stages");
        }
    }

    private String answer(
            PipelineDetail pipeline,
            long id,
            String how,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            response.setStatus(
                    (errors.hasGlobalErrors() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
            return show(pipeline, id, how, model);
        }
        String name = pipeline.stage(id).name();
        flash.addFlashAttribute(
                "notice", messages.getMessage("pipeline." + how + ".done", new Object[] {name}, viewer.locale()));
        return "redirect:/settings/pipelines/" + pipeline.id();
    }

    private String show(PipelineDetail pipeline, long id, String how, Model model) {
        List<PipelineView> all = pipelines.all();
        model.addAttribute("section", "settings");
        model.addAttribute("how", how);
        model.addAttribute("pipeline", pipeline);
        model.addAttribute("stage", pipeline.stage(id));
        model.addAttribute("targets", how.equals("merger") ? List.of(Pipelines.choose(all, pipeline.id())) : all);
        return "pipeline/removal";
    }
}
