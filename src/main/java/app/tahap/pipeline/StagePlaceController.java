package app.tahap.pipeline;

import app.tahap.account.Viewer;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A stage's place in its pipeline: directly below another, or first. */
@Controller
class StagePlaceController {

    private final PipelineSettings settings;
    private final StageService stages;

    StagePlaceController(PipelineSettings settings, StageService stages) {
        this.settings = settings;
        this.stages = stages;
    }

    @PostMapping("/settings/stages/{id}/place")
    String place(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long aboveId,
            @RequestParam int arrangement,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        boolean outdated = false;
        try {
            stages.place(id, aboveId, arrangement);
        } catch (OptimisticLockingFailureException stale) {
            outdated = true;
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        PipelineDetail pipeline = settings.loadByStage(id, viewer);
        if (!outdated && !Htmx.isEnhanced(request)) {
            return "redirect:/settings/pipelines/" + pipeline.id() + "#stage-" + id;
        }
        model.addAttribute("outdated", outdated);
        return PipelineController.show(pipeline, model) + (Htmx.isEnhanced(request) ? " :: rows" : "");
    }
}
