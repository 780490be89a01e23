package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Notices;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The history of imports, and where each stands. */
@Controller
@RequestMapping("/imports")
class ImportController {

    private static final int PAGE = 50;

    private final ImportViews views;
    private final ImportReport report;
    private final ImportService service;
    private final RecordFiles kinds;
    private final Notices notices;

    ImportController(
            ImportViews views, ImportReport report, ImportService service, RecordFiles kinds, Notices notices) {
        this.views = views;
        this.report = report;
        this.service = service;
        this.kinds = kinds;
        this.notices = notices;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Viewer viewer, Model model) {
        Paging paging = Paging.of(page, PAGE, views.count(viewer));
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", views.page(viewer, paging.offset(), PAGE));
        model.addAttribute("words", kinds.words());
        return "exchange/imports";
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        ImportView work = views.load(id, viewer);
        if (work.kind() != null) {
            return "redirect:/imports/records/{id}";
        }
        if (work.status() == ImportStatus.DRAFT) {
            return "redirect:/imports/{id}/" + (work.described() ? "values" : "format");
        }
        model.addAttribute("work", work);
        model.addAttribute("address", new Address(request));
        if (!work.isWorking()) {
            report.describe(work, page, viewer, model);
        }
        return "exchange/import";
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
        service.delete(id, viewer);
        notices.tell(next, "exchange.deleted");
        return "redirect:/imports";
    }
}
