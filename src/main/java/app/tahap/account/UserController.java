package app.tahap.account;

import app.tahap.web.Address;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import app.tahap.web.Paging;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/users")
class UserController {

    private static final int PAGE = 50;

    private final UserList list;
    private final UserService users;
    private final WorkspaceService workspaces;
    private final Owners teams;
    private final InvitationLinks links;
    private final Notices notices;

    UserController(
            UserList list,
            UserService users,
            WorkspaceService workspaces,
            Owners teams,
            InvitationLinks links,
            Notices notices) {
        this.list = list;
        this.users = users;
        this.workspaces = workspaces;
        this.teams = teams;
        this.links = links;
        this.notices = notices;
    }

    @GetMapping
    String list(
            UserFilter filter,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Paging paging = Paging.of(page, PAGE, list.count(filter));
        model.addAttribute("section", "settings");
        model.addAttribute("filter", filter);
        model.addAttribute("states", UserState.values());
        model.addAttribute("teams", teams.teams(viewer));
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", list.rows(filter, paging.offset(), PAGE));
        return "account/users";
    }

    @GetMapping("/new")
    String askForNew(@RequestParam(required = false) @Nullable Long team, Viewer viewer, Model model) {
        String language = workspaces.load().getLanguage().getLanguage();
        model.addAttribute("form", new UserForm(null, null, Role.REP, team, language, null));
        return show(null, viewer, model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") UserForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        checkAddress(form, null, errors);
        return Attempt.of(() -> users.add(form), errors, UserController::fieldOf, response)
                .map(user -> links.show(user, model))
                .orElseGet(() -> show(null, viewer, model));
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        User user = users.load(id);
        model.addAttribute("form", UserForm.of(user));
        return show(user, viewer, model);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") UserForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        User user = users.load(id);
        checkAddress(form, user, errors);
        if (Attempt.succeeds(() -> users.edit(id, form, viewer), errors, UserController::fieldOf, response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/users";
        }
        return show(user, viewer, model);
    }

    /** Tells what is wrong with the address along with what else is, not only once the rest is right. */
    private void checkAddress(UserForm form, @Nullable User user, BindingResult errors) {
        if (errors.hasErrors() && !errors.hasFieldErrors("email")) {
            users.wrongAddress(form, user).ifPresent(key -> errors.rejectValue("email", key));
        }
    }

    private static String fieldOf(RuleException refused) {
        return switch (refused.messageKey()) {
            case "account.email.taken", "account.email.invalid" -> "email";
            case "account.user.team.gone" -> "team";
            default -> "role";
        };
    }

    private String show(@Nullable User user, Viewer viewer, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("user", user);
        model.addAttribute("roles", Role.values());
        model.addAttribute("teams", teams.teams(viewer));
        model.addAttribute("languages", Languages.choices());
        return "account/user";
    }
}
