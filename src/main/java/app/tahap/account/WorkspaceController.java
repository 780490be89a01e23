package app.tahap.account;

import app.tahap.web.Attempt;
import app.tahap.web.Choice;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class WorkspaceController {

    private final WorkspaceService workspaces;
    private final Notices notices;

    WorkspaceController(WorkspaceService workspaces, Notices notices) {
        this.workspaces = workspaces;
        this.notices = notices;
    }

    @GetMapping("/settings")
    String start() {
        return "redirect:/settings/workspace";
    }

    @GetMapping("/settings/workspace")
    String ask(Locale locale, Model model) {
        model.addAttribute("form", WorkspaceForm.of(workspaces.load()));
        return show(locale, model);
    }

    @PostMapping("/settings/workspace")
    String change(
            @Valid @ModelAttribute("form") WorkspaceForm form,
            BindingResult errors,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        refuseWhatNoSelectOffers(form, errors);
        if (Attempt.succeeds(() -> workspaces.change(form), errors, refused -> "name", response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/workspace";
        }
        return show(locale, model);
    }

    private static void refuseWhatNoSelectOffers(WorkspaceForm form, BindingResult errors) {
        if (form.managers() == Visibility.OWN) {
            errors.rejectValue("managers", "web.value.invalid");
        }
        if (form.zone() != null && !TimeZones.canBeChosen(form.zone())) {
            errors.rejectValue("zone", "web.value.invalid");
        }
    }

    private String show(Locale locale, Model model) {
        Workspace workspace = workspaces.load();
        model.addAttribute("section", "settings");
        model.addAttribute("version", workspace.getVersion());
        model.addAttribute("baseCurrency", workspace.getBaseCurrency());
        model.addAttribute("zones", TimeZones.choices());
        model.addAttribute("languages", Languages.choices());
        model.addAttribute("months", months(locale));
        model.addAttribute("visibilities", Visibility.values());
        return "account/workspace";
    }

    private static List<Choice> months(Locale locale) {
        return Arrays.stream(Month.values())
                .map(month -> new Choice(month.getValue(), month.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .toList();
    }
}
