package app.tahap.pipeline;

import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How guidance will look, while it is written. */
@Controller
class GuidanceController {

    @PostMapping("/settings/guidance")
    String preview(
            @RequestParam(required = false) @Nullable String english,
            @RequestParam(required = false) @Nullable String indonesian,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("english", english);
        model.addAttribute("indonesian", indonesian);
        return Htmx.isEnhanced(request) ? "pipeline/guidance :: preview" : "pipeline/guidance";
    }
}
