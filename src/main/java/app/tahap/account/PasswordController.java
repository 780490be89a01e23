package app.tahap.account;

import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/profile/password")
class PasswordController {

    private final LoginCheck check;
    private final Passwords passwords;
    private final Notices notices;

    PasswordController(LoginCheck check, Passwords passwords, Notices notices) {
        this.check = check;
        this.passwords = passwords;
        this.notices = notices;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", new PasswordForm(null, null));
        return "account/password";
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            RedirectAttributes flash) {
        checkCurrent(form, viewer, request, errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "account/password";
        }
        passwords.change(viewer.id(), Objects.requireNonNull(form.password()), request);
        notices.tell(flash, "account.password.changed");
        return "redirect:/profile";
    }

    /** As slow to guess as a login: somebody else may sit at a device that was left logged in. */
    private void checkCurrent(PasswordForm form, Viewer viewer, HttpServletRequest request, Errors errors) {
        String current = Objects.requireNonNullElse(form.current(), "");
        if (current.isEmpty()) {
            errors.rejectValue("current", "account.password.current.required");
            return;
        }
        try {
            check.check(viewer.email(), current, request);
        } catch (LoginRefusedException refused) {
            if (refused.mustWait()) {
                errors.rejectValue("current", "account.login.wait", new Object[] {refused.minutes()}, null);
            } else {
                errors.rejectValue("current", "account.password.wrong");
            }
        }
    }
}
