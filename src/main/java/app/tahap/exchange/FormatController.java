package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
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

/** The second step of an import: how the file is written. */
@Controller
@RequestMapping("/imports/{id}/format")
class FormatController {

    private final ImportService service;
    private final ImportViews views;

    FormatController(ImportService service, ImportViews views) {
        this.service = service;
        this.views = views;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        Import work = service.loadEditable(id, viewer);
        model.addAttribute("form", FormatForm.of(work.getSettings().format(), work.getVersion()));
        return show(work, viewer, model);
    }

    /**
     * Takes the answer.
     *
     * @param again asks for another look at the file before going on
     */
    @PostMapping
    String describe(
            @PathVariable long id,
            @Valid @ModelAttribute("form") FormatForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean again,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        Import work = service.loadEditable(id, viewer);
        boolean described = Attempt.succeeds(
                () -> service.describe(id, form.format(), Objects.requireNonNull(form.version()), viewer),
                errors,
                unreadable -> "delimiter",
                response);
        if (described) {
            return "redirect:/imports/{id}/" + (again ? "format" : "columns");
        }
        return show(work, viewer, model);
    }

    private String show(Import work, Viewer viewer, Model model) {
        FileFormat format = work.getSettings().format();
        model.addAttribute("work", views.load(work.id(), viewer));
        model.addAttribute("charsets", Encoding.choices(format.charset()));
        model.addAttribute("delimiters", Delimiter.values());
        model.addAttribute("dateOrders", DateOrder.values());
        model.addAttribute("decimalSigns", DecimalSign.values());
        model.addAttribute("preview", FormatPreview.of(service.content(work), format, viewer));
        return "exchange/format";
    }
}
