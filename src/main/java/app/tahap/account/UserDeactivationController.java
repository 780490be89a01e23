package app.tahap.account;

import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
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
@RequestMapping("/settings/users/{id}")
class UserDeactivationController {

    private final UserService users;
    private final UserList list;
    private final DeactivationService deactivations;
    private final Notices notices;

    UserDeactivationController(UserService users, UserList list, DeactivationService deactivations, Notices notices) {
        this.users = users;
        this.list = list;
        this.deactivations = deactivations;
        this.notices = notices;
    }

    @GetMapping("/deactivation")
    String ask(@PathVariable long id, Model model) {
        model.addAttribute("form", new DeactivationForm(null));
        return show(users.load(id), model);
    }

    @PostMapping("/deactivation")
    String deactivate(
            @PathVariable long id,
            @ModelAttribute("form") DeactivationForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        User user = users.load(id);
        return Attempt.of(
                        () -> deactivations.deactivate(id, form.successor(), viewer),
                        errors,
                        refused -> "successor",
                        response)
                .map(deals -> tellDeactivated(user, deals, form, flash))
                .orElseGet(() -> show(user, model));
    }

    @PostMapping("/activation")
    String activate(@PathVariable long id, RedirectAttributes flash) {
        users.activate(id);
        return tell("account.activation.done", flash, users.load(id).getName());
    }

    private String tellDeactivated(User user, long deals, DeactivationForm form, RedirectAttributes flash) {
        if (deals == 0 || form.successor() == null) {
            return tell("account.deactivation.done", flash, user.getName());
        }
        String successor = users.load(form.successor()).getName();
        return tell("account.deactivation.handed", flash, user.getName(), deals, successor);
    }

    private String tell(String key, RedirectAttributes flash, Object... arguments) {
        notices.tell(flash, key, arguments);
        return "redirect:/settings/users";
    }

    private String show(User user, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("user", user);
        model.addAttribute("open", deactivations.openWorkOf(user));
        model.addAttribute("successors", list.successors(user.id()));
        return "account/deactivation";
    }
}
