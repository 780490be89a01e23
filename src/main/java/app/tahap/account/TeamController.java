package app.tahap.account;

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
@RequestMapping("/settings/teams")
class TeamController {

    private final TeamService teams;
    private final UserList users;
    private final Notices notices;

    TeamController(TeamService teams, UserList users, Notices notices) {
        this.teams = teams;
        this.users = users;
        this.notices = notices;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", new TeamForm(null, null));
        return showList(model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") TeamForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return Attempt.succeeds(() -> teams.add(form), errors, refused -> "name", response)
                ? tell("account.team.added", form.name(), flash)
                : showList(model);
    }

    @GetMapping("/{id}")
    String ask(@PathVariable long id, Model model) {
        Team team = teams.load(id);
        model.addAttribute("form", new TeamForm(team.getName(), team.getVersion()));
        return show(team, model);
    }

    @PostMapping("/{id}")
    String rename(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TeamForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Team team = teams.load(id);
        return Attempt.succeeds(() -> teams.rename(id, form), errors, refused -> "name", response)
                ? tell("web.saved", null, flash)
                : show(team, model);
    }

    @GetMapping("/{id}/removal")
    String askToRemove(@PathVariable long id, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("team", teams.load(id));
        model.addAttribute("members", users.count(new UserFilter(null, null, id)));
        return "account/team-removal";
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, RedirectAttributes flash) {
        String name = teams.load(id).getName();
        teams.remove(id);
        return tell("account.team.removed", name, flash);
    }

    private String tell(String key, @Nullable String name, RedirectAttributes flash) {
        notices.tell(flash, key, String.valueOf(name));
        return "redirect:/settings/teams";
    }

    private String showList(Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("rows", teams.list());
        return "account/teams";
    }

    private String show(Team team, Model model) {
        UserFilter members = new UserFilter(null, null, team.id());
        model.addAttribute("section", "settings");
        model.addAttribute("team", team);
        model.addAttribute("members", users.rows(members, 0, (int) users.count(members)));
        return "account/team";
    }
}
