package app.tahap.account;

import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What everybody can change about oneself; role, team and e-mail address are an administrator's. */
@Controller
class ProfileController {

    private final UserService users;
    private final Sessions sessions;
    private final Logins logins;
    private final Notices notices;

    ProfileController(UserService users, Sessions sessions, Logins logins, Notices notices) {
        this.users = users;
        this.sessions = sessions;
        this.logins = logins;
        this.notices = notices;
    }

    @GetMapping("/profile")
    String ask(HttpServletRequest request, Viewer viewer, Model model) {
        model.addAttribute("form", ProfileForm.of(users.load(viewer.id())));
        return show(request, viewer, model);
    }

    @PostMapping("/profile")
    String edit(
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (Attempt.succeeds(() -> users.edit(viewer.id(), form), errors, refused -> "name", response)) {
            notices.tell(flash, Locale.forLanguageTag(Objects.requireNonNull(form.language())), "web.saved");
            return "redirect:/profile";
        }
        return show(request, viewer, model);
    }

    @PostMapping("/profile/sessions/end")
    String endOtherSessions(HttpServletRequest request, Viewer viewer, RedirectAttributes flash) {
        logins.endOthers(viewer.id(), request);
        notices.tell(flash, "account.sessions.ended");
        return "redirect:/profile";
    }

    @PostMapping("/profile/sessions/{login}/end")
    String endSession(@PathVariable UUID login, Viewer viewer, RedirectAttributes flash) {
        sessions.end(viewer.id(), login);
        notices.tell(flash, "account.session.ended");
        return "redirect:/profile";
    }

    private String show(HttpServletRequest request, Viewer viewer, Model model) {
        model.addAttribute("section", "profile");
        model.addAttribute("version", users.load(viewer.id()).getVersion());
        model.addAttribute("languages", Languages.choices());
        model.addAttribute("themes", Theme.values());
        model.addAttribute(
                "sessions", sessions.of(viewer.id(), request.getSession().getId()));
        return "account/profile";
    }
}
