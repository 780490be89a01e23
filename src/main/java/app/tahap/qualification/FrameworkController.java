package app.tahap.qualification;

import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A framework's name and criteria. */
@Controller
@RequestMapping(FrameworkController.PAGE)
class FrameworkController {

    static final String PAGE = QualificationSettingsController.PAGE + "/frameworks/{id}";

    private final Frameworks frameworks;
    private final FrameworkService service;
    private final Notices notices;

    FrameworkController(Frameworks frameworks, FrameworkService service, Notices notices) {
        this.frameworks = frameworks;
        this.service = service;
        this.notices = notices;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        Framework framework = frameworks.load(id);
        model.addAttribute("form", FrameworkForm.of(framework));
        return page(framework, model);
    }

    @PostMapping
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") FrameworkForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Framework framework = frameworks.load(id);
        if (!Attempt.succeeds(() -> service.edit(id, form), errors, refused -> "name", response)) {
            model.addAttribute(
                    "version",
                    errors.hasGlobalErrors() ? (Integer) frameworks.load(id).version() : form.version());
            return page(framework, model);
        }
        notices.tell(flash, "web.saved");
        return "redirect:" + QualificationSettingsController.PAGE + "/frameworks/" + id;
    }

    @PostMapping("/archive")
    String archive(@PathVariable long id, RedirectAttributes flash) {
        service.archive(id);
        notices.tell(
                flash,
                "qualification.framework.archived.done",
                frameworks.load(id).name());
        return "redirect:" + QualificationSettingsController.PAGE;
    }

    @PostMapping("/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        service.restore(id);
        notices.tell(
                flash,
                "qualification.framework.restored.done",
                frameworks.load(id).name());
        return "redirect:" + QualificationSettingsController.PAGE;
    }

    private String page(Framework framework, Model model) {
        List<Criterion> criteria = new ArrayList<>(frameworks.criteria(framework.id()));
        model.addAttribute("section", "settings");
        model.addAttribute("framework", framework);
        model.addAttribute("criteria", CriterionPlace.of(criteria));
        model.addAttribute(
                "archived", criteria.stream().filter(Criterion::archived).toList());
        return "qualification/framework";
    }
}
