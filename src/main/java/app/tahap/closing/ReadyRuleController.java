package app.tahap.closing;

import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When a deal is ready to close. */
@Controller
@RequestMapping("/settings/signals/rule")
class ReadyRuleController {

    private final ReadyRule rule;
    private final Notices notices;

    ReadyRuleController(ReadyRule rule, Notices notices) {
        this.rule = rule;
        this.notices = notices;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", rule.form());
        return show(model);
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") ReadyForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (Attempt.succeeds(
                () -> rule.set(Integer.parseInt(Objects.requireNonNull(form.readyAt())), form),
                errors,
                refused -> "readyAt",
                response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/signals";
        }
        return show(model);
    }

    private String show(Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("version", rule.form().version());
        return "closing/rule";
    }
}
