package app.tahap.exchange;

import app.tahap.account.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The run of an import: beginning it, watching it, going on after a crash. */
@Controller
@RequestMapping("/imports/{id}")
class ImportRunController {

    private static final int SPOKEN_STEP = 25;

    private final ImportJobs jobs;
    private final ImportViews views;

    ImportRunController(ImportJobs jobs, ImportViews views) {
        this.jobs = jobs;
        this.views = views;
    }

    @PostMapping("/run")
    String run(@PathVariable long id, @RequestParam int version, Viewer viewer) {
        jobs.run(id, version, viewer);
        return "redirect:/imports/{id}";
    }

    @PostMapping("/continuation")
    String goOn(@PathVariable long id, Viewer viewer) {
        jobs.goOn(id, viewer);
        return "redirect:/imports/{id}";
    }

    /**
     * How far the job is; when it has ended, the script loads the whole page.
     *
     * @param spoken the percentage that was last read aloud: one every second would be too many
     */
    @GetMapping("/progress")
    String progress(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int spoken,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        ImportView work = views.load(id, viewer);
        if (!work.isWorking()) {
            response.setHeader("HX-Refresh", "true");
        }
        boolean speak = work.percent() >= spoken + SPOKEN_STEP;
        model.addAttribute("work", work);
        model.addAttribute("speak", speak);
        model.addAttribute("spoken", speak ? work.percent() : spoken);
        return "exchange/_progress :: progress";
    }
}
