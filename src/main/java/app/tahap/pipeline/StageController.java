package app.tahap.pipeline;

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

/** A stage's name, probability, rotting days and guidance. */
@Controller
class StageController {

    private final PipelineSettings settings;
    private final StageService stages;

    StageController(PipelineSettings settings, StageService stages) {
        this.settings = settings;
        this.stages = stages;
    }

    @GetMapping("/settings/pipelines/{pipelineId}/stages/new")
    String askForNew(@PathVariable long pipelineId, Viewer viewer, Model model) {
        PipelineDetail pipeline = settings.load(pipelineId, viewer);
        model.addAttribute("form", StageForm.blank(pipeline.arrangement()));
        return show(pipeline, null, pipeline.arrangement(), model);
    }

    @PostMapping("/settings/pipelines/{pipelineId}/stages")
    String add(
            @PathVariable long pipelineId,
            @Valid @ModelAttribute("form") StageForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (!Attempt.succeeds(
                () -> stages.add(pipelineId, form), errors, refused -> "name", "pipeline.stale", response)) {
            PipelineDetail pipeline = settings.load(pipelineId, viewer);
            Integer version = errors.hasGlobalErrors() ? Integer.valueOf(pipeline.arrangement()) : form.version();
            return show(pipeline, null, version, model);
        }
        return "redirect:/settings/pipelines/" + pipelineId;
    }

    @GetMapping("/settings/stages/{id}")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        StageForm form = settings.form(id);
        model.addAttribute("form", form);
        return show(settings.loadByStage(id, viewer), id, form.version(), model);
    }

    @PostMapping("/settings/stages/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") StageForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        PipelineDetail pipeline = settings.loadByStage(id, viewer);
        if (!Attempt.succeeds(() -> stages.edit(id, form), errors, refused -> "name", "pipeline.stale", response)) {
            Integer version = errors.hasGlobalErrors() ? settings.form(id).version() : form.version();
            return show(pipeline, id, version, model);
        }
        return "redirect:/settings/pipelines/" + pipeline.id() + "#stage-" + id;
    }

    /** @param version what the next saving carries: as it was asked for, unless a conflict was just shown */
    private static String show(
            PipelineDetail pipeline, @Nullable Long stageId, @Nullable Integer version, Model model) {
        model.addAttribute("version", version);
        model.addAttribute("tools", StageTool.values());
        model.addAttribute("section", "settings");
        model.addAttribute("pipeline", pipeline);
        model.addAttribute("id", stageId);
        return "pipeline/stage";
    }
}
