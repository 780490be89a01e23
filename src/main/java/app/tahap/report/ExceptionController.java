package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Address;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The deals that were let past required exit criteria, behind the numbers of the dashboard. */
@Controller
class ExceptionController {

    private static final int PAGE = 50;

    private final Exceptions exceptions;
    private final Pipelines pipelines;
    private final Clock clock;

    ExceptionController(Exceptions exceptions, Pipelines pipelines, Clock clock) {
        this.exceptions = exceptions;
        this.pipelines = pipelines;
        this.clock = clock;
    }

    @GetMapping("/dashboard/exceptions")
    String list(
            @ModelAttribute("form") DashboardForm form,
            @RequestParam(required = false) @Nullable Long actor,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Address address = new Address(request);
        Address dashboard = address.without("actor").without("page").at("/dashboard");
        if (form.check().hasErrors()) {
            return "redirect:" + dashboard; // which says what is wrong with the dates
        }
        PipelineView pipeline = Pipelines.choose(pipelines.all(), form.pipeline());
        Scope scope =
                Scope.of(pipeline, form.deals(pipeline), form.on(viewer.today(clock), viewer), clock.instant(), viewer);
        Paging paging = Paging.of(page, PAGE, exceptions.count(scope, actor));
        model.addAttribute("section", "dashboard");
        model.addAttribute("scope", scope);
        model.addAttribute("paging", paging);
        model.addAttribute("address", address);
        model.addAttribute("dashboard", dashboard);
        model.addAttribute("items", exceptions.items(scope, actor, paging.offset(), PAGE));
        return "report/exceptions";
    }
}
