package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people may offer without asking, and who sees margins. */
@Controller
@RequestMapping("/settings/discounts")
class DiscountController {

    private final DiscountRules rules;
    private final Notices notices;

    DiscountController(DiscountRules rules, Notices notices) {
        this.rules = rules;
        this.notices = notices;
    }

    @GetMapping
    String ask(Viewer viewer, Model model) {
        model.addAttribute("form", DiscountForm.of(rules.load(), viewer.locale()));
        return show(model);
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") DiscountForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        form.check(errors, viewer.locale());
        if (Attempt.succeeds(
                () -> rules.change(form.rule(viewer.locale()), form.version()),
                errors,
                refused -> "repDiscount",
                response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/discounts";
        }
        return show(model);
    }

    private String show(Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("version", rules.load().version());
        return "negotiation/discounts";
    }
}
