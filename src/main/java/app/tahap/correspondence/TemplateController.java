package app.tahap.correspondence;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/mail-templates")
class TemplateController {

    private final MailTemplates templates;
    private final Notices notices;

    TemplateController(MailTemplates templates, Notices notices) {
        this.templates = templates;
        this.notices = notices;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("section", "mails");
        model.addAttribute("rows", templates.all(viewer));
        return "correspondence/templates";
    }

    @GetMapping("/new")
    String askForNew(Viewer viewer, Model model) {
        model.addAttribute("form", TemplateForm.empty(viewer.isAdministrator()));
        return show(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        form.check(errors);
        return Attempt.succeeds(() -> templates.create(form, viewer), errors, refused -> "name", response)
                ? saved(flash)
                : show(null, model);
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        TemplateForm form = templates.load(id, viewer);
        model.addAttribute("form", form);
        model.addAttribute("version", form.version());
        return show(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        model.addAttribute("version", templates.load(id, viewer).version());
        form.check(errors);
        return Attempt.succeeds(() -> templates.change(id, form, viewer), errors, refused -> "name", response)
                ? saved(flash)
                : show(id, model);
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        templates.delete(id, viewer);
        notices.tell(flash, "correspondence.template.deleted");
        return "redirect:/mail-templates";
    }

    private String saved(RedirectAttributes flash) {
        notices.tell(flash, "web.saved");
        return "redirect:/mail-templates";
    }

    private static String show(@Nullable Long id, Model model) {
        model.addAttribute("section", "mails");
        model.addAttribute("id", id);
        model.addAttribute("placeholders", Placeholder.values());
        return "correspondence/template";
    }
}
