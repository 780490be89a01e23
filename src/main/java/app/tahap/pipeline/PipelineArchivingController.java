package app.tahap.pipeline;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Asks where the open deals of a pipeline go, and takes it out of use; brings it back. */
@Controller
@RequestMapping("/settings/pipelines/{id}")
class PipelineArchivingController {

    private final PipelineSettings settings;
    private final Pipelines pipelines;
    private final PipelineService service;
    private final Notices notices;

    PipelineArchivingController(
            PipelineSettings settings, Pipelines pipelines, PipelineService service, Notices notices) {
        this.settings = settings;
        this.pipelines = pipelines;
        this.service = service;
        this.notices = notices;
    }

    @GetMapping("/archiving")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        PipelineDetail pipeline = settings.load(id, viewer);
        model.addAttribute("form", new ArchivingForm(proposal(pipeline), pipeline.arrangement()));
        return show(pipeline, model);
    }

    @PostMapping("/archiving")
    String archive(
            @PathVariable long id,
            @ModelAttribute("form") ArchivingForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        PipelineDetail pipeline = settings.load(id, viewer);
        if (pipeline.stages().stream().anyMatch(stage -> stage.deals().isActive() && !form.names(stage.id()))) {
            errors.reject("pipeline.archiving.target");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(pipeline, model);
        }
        try {
            service.archive(id, form, viewer);
        } catch (OptimisticLockingFailureException stale) {
            errors.reject("pipeline.stale.stages");
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(pipeline, model);
        }
        notices.tell(flash, "pipeline.archiving.done", pipeline.name());
        return "redirect:/settings/pipelines";
    }

    @PostMapping("/restoration")
    String restore(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        service.restore(id);
        notices.tell(
                flash, "pipeline.restoration.done", settings.load(id, viewer).name());
        return "redirect:/settings/pipelines";
    }

    private String show(PipelineDetail pipeline, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("pipeline", pipeline);
        model.addAttribute("targets", others(pipeline));
        return "pipeline/archiving";
    }

    private List<PipelineView> others(PipelineDetail pipeline) {
        return pipelines.all().stream()
                .filter(other -> other.id() != pipeline.id())
                .toList();
    }

    /** Stages of the same name in the first other pipeline, else at about the same distance from the end. */
    private Map<Long, Long> proposal(PipelineDetail pipeline) {
        if (pipeline.archived()) {
            throw new NotFoundException("pipeline", pipeline.id());
        }
        Map<Long, Long> targets = new HashMap<>();
        others(pipeline).stream().findFirst().ifPresent(other -> {
            for (StageRow stage : pipeline.stages()) {
                targets.put(stage.id(), counterpart(stage, pipeline.stages().size(), other.stages()));
            }
        });
        return targets;
    }

    private static long counterpart(StageRow stage, int count, List<StageView> stages) {
        int nearest = (stage.place().number() - 1) * stages.size() / count;
        return stages.stream()
                .filter(other -> other.name().equalsIgnoreCase(stage.name()))
                .findFirst()
                .orElse(stages.get(nearest))
                .id();
    }
}
