package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.deal.RecordFile;
import app.tahap.web.Address;
import app.tahap.web.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What would come of a file of records, and what came of it. */
@Controller
@RequestMapping("/imports/records/{id}")
class RecordImportController {

    private final RecordService service;
    private final RecordFiles kinds;
    private final RecordWork reading;
    private final ImportViews views;
    private final ImportReport report;
    private final RecordReversal reversal;

    RecordImportController(
            RecordService service,
            RecordFiles kinds,
            RecordWork reading,
            ImportViews views,
            ImportReport report,
            RecordReversal reversal) {
        this.service = service;
        this.kinds = kinds;
        this.reading = reading;
        this.views = views;
        this.report = report;
        this.reversal = reversal;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Import work = service.load(id, viewer);
        model.addAttribute("form", FormatForm.of(work.getSettings().format(), work.getVersion()));
        return show(work, page, request, viewer, model);
    }

    /** Takes another look at the file. */
    @PostMapping("/format")
    String describe(
            @PathVariable long id,
            @Valid @ModelAttribute("form") FormatForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        Import work = service.load(id, viewer);
        boolean described = Attempt.succeeds(
                () -> service.describe(id, form.format().withHeading(), Objects.requireNonNull(form.version()), viewer),
                errors,
                unreadable -> "delimiter",
                response);
        return described ? "redirect:/imports/records/{id}" : show(work, 1, request, viewer, model);
    }

    @PostMapping("/run")
    String run(@PathVariable long id, @RequestParam int version, Viewer viewer) {
        service.run(id, version, viewer);
        return "redirect:/imports/records/{id}";
    }

    private String show(Import work, int page, HttpServletRequest request, Viewer viewer, Model model) {
        RecordFile kind = kinds.load(work.getKind());
        ImportView view = views.load(work.id(), viewer);
        model.addAttribute("work", view);
        model.addAttribute("kind", kind);
        model.addAttribute("headings", reading.headings(kind, work, viewer));
        model.addAttribute("address", new Address(request));
        if (view.result() != null) {
            model.addAttribute("result", view.result());
            model.addAttribute("prospect", reversal.prospect(work.id(), viewer));
            report.refused(work.id(), page, view.result(), viewer, model);
        }
        if (!work.isFinished()) {
            FileFormat format = work.getSettings().format();
            model.addAttribute("charsets", Encoding.choices(format.charset()));
            model.addAttribute("delimiters", Delimiter.values());
            model.addAttribute("dateOrders", DateOrder.values());
            model.addAttribute("decimalSigns", DecimalSign.values());
            model.addAttribute("preview", FormatPreview.of(service.content(work), format, viewer));
        }
        return "exchange/record-import";
    }
}
