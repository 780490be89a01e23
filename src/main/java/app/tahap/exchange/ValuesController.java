package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Pipelines;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The fourth step of an import: what the values stand for. Answering it begins the dry run. */
@Controller
@RequestMapping("/imports/{id}/values")
class ValuesController {

    private final ImportService service;
    private final ImportViews views;
    private final ImportJobs jobs;
    private final ImportOwners owners;
    private final Pipelines pipelines;

    ValuesController(
            ImportService service, ImportViews views, ImportJobs jobs, ImportOwners owners, Pipelines pipelines) {
        this.service = service;
        this.views = views;
        this.jobs = jobs;
        this.owners = owners;
        this.pipelines = pipelines;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        Import work = service.loadEditable(id, viewer);
        ImportSettings settings = work.getSettings();
        if (settings.columns() == null || settings.values() == null) {
            return "redirect:/imports/{id}/columns";
        }
        model.addAttribute("work", views.load(work.id(), viewer));
        model.addAttribute("columns", settings.columns());
        model.addAttribute("values", settings.values());
        model.addAttribute(
                "stages",
                Pipelines.choose(pipelines.all(), settings.columns().pipeline()).stages());
        model.addAttribute("closed", List.of(Outcome.WON, Outcome.LOST, Outcome.DISQUALIFIED));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("owners", owners.visibleTo(viewer));
        return "exchange/values";
    }

    @PostMapping
    String check(@PathVariable long id, @ModelAttribute("form") ValuesForm form, Viewer viewer) {
        service.loadEditable(id, viewer);
        jobs.check(id, form, viewer);
        return "redirect:/imports/{id}";
    }
}
