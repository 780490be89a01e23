package app.tahap.report;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Address;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** What stands on top of each report: what it can be limited to, and what is wrong with what somebody asked for. */
@Component
class ReportHead {

    private final Pipelines pipelines;
    private final Owners owners;

    ReportHead(Pipelines pipelines, Owners owners) {
        this.pipelines = pipelines;
        this.owners = owners;
    }

    /** Fills the head; answers whether the report can be shown, and else that it is refused. */
    boolean show(
            DashboardForm form,
            List<PipelineView> choices,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        model.addAttribute("section", "dashboard");
        model.addAttribute("pipelines", choices);
        model.addAttribute("owners", owners.choices(viewer));
        model.addAttribute("teams", owners.teams(viewer));
        model.addAttribute("periods", PeriodChoice.values());
        model.addAttribute("address", new Address(request));
        BindingResult errors = form.check();
        model.addAllAttributes(errors.getModel());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return !errors.hasErrors();
    }

    /** The pipelines that can be chosen. */
    List<PipelineView> pipelines() {
        return pipelines.all();
    }
}
