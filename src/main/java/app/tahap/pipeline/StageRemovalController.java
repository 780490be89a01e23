package app.tahap.pipeline;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
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
    private final Notices notices;

    StageRemovalController(PipelineSettings settings, Pipelines pipelines, StageService stages, Notices notices) {
        this.settings = settings;
        this.pipelines = pipelines;
        this.stages = stages;
        this.notices = notices;
    }

    @GetMapping("/removal")
    String askToRemove(@PathVariable long id, Viewer viewer, Model model, RedirectAttributes flash) {
        return answer(id, "removal", viewer, model, flash);
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
        if (settings.removed(id).isEmpty()) {
            Attempt.succeeds(
                    () -> stages.remove(id, form.target(), form.seen(), viewer),
                    errors,
                    StageRemovalController::fieldOf,
                    "pipeline.stale.stages",
                    response);
        }
        return answer(id, "removal", viewer, model, flash);
    }

    @GetMapping("/merger")
    String askToMerge(@PathVariable long id, Viewer viewer, Model model, RedirectAttributes flash) {
        return answer(id, "merger", viewer, model, flash);
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
        if (settings.removed(id).isEmpty()) {
            Attempt.succeeds(
                    () -> stages.merge(id, form, viewer),
                    errors,
                    StageRemovalController::fieldOf,
                    "pipeline.stale.stages",
                    response);
        }
        return answer(id, "merger", viewer, model, flash);
    }

    private static String fieldOf(RuleException refused) {
        return refused instanceof NameTakenException ? "name" : "targetId";
    }

    /**
     * With many deals it takes long, and is asked for again by who saw no answer: that it is done is told whichever
     * request did it.
     */
    private String answer(long id, String how, Viewer viewer, Model model, RedirectAttributes flash) {
        Optional<RemovedStage> removed = settings.removed(id);
        if (removed.isEmpty()) {
            return show(settings.loadByStage(id, viewer), id, how, model);
        }
        notices.tell(
                flash,
                "pipeline." + how + ".done",
                removed.get().name(),
                removed.get().heir());
        return "redirect:/settings/pipelines/" + removed.get().pipelineId();
    }

    private String show(PipelineDetail pipeline, long id, String how, Model model) {
        List<PipelineView> all = pipelines.all();
        model.addAttribute("section", "settings");
        model.addAttribute("how", how);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new RemovalForm(null, null, pipeline.arrangement()));
        }
        model.addAttribute("pipeline", pipeline);
        model.addAttribute("stage", pipeline.stage(id));
        model.addAttribute("targets", how.equals("merger") ? List.of(Pipelines.choose(all, pipeline.id())) : all);
        return "pipeline/removal";
    }
}
