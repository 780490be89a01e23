package app.tahap.pipeline;

import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A pipeline's place among the others: directly below one of them, or first. */
@Controller
class PipelinePlaceController {

    private final PipelineSettings settings;
    private final PipelineService pipelines;

    PipelinePlaceController(PipelineSettings settings, PipelineService pipelines) {
        this.settings = settings;
        this.pipelines = pipelines;
    }

    @PostMapping("/settings/pipelines/{id}/place")
    String place(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Model model) {
        pipelines.place(id, aboveId);
        if (!Htmx.isEnhanced(request)) {
            return "redirect:/settings/pipelines#pipeline-" + id;
        }
        model.addAttribute("pipelines", settings.rows(false));
        return "pipeline/pipelines :: rows";
    }
}
