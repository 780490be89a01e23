package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
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

/** Playbooks, among the settings. */
@Controller
@RequestMapping("/settings/playbooks")
class PlaybookController {

    private final Playbooks playbooks;
    private final PlaybookService service;
    private final PlaybookList list;
    private final PlaybookPages pages;
    private final PlaybookChoices choices;
    private final Notices notices;

    PlaybookController(
            Playbooks playbooks,
            PlaybookService service,
            PlaybookList list,
            PlaybookPages pages,
            PlaybookChoices choices,
            Notices notices) {
        this.playbooks = playbooks;
        this.service = service;
        this.list = list;
        this.pages = pages;
        this.choices = choices;
        this.notices = notices;
    }

    @GetMapping
    String list(Model model) {
        List<PlaybookRow> all = list.all();
        model.addAttribute("section", "settings");
        model.addAttribute("rows", all.stream().filter(row -> !row.archived()).toList());
        model.addAttribute(
                "archived", all.stream().filter(PlaybookRow::archived).toList());
        return "playbook/list";
    }

    @GetMapping("/new")
    String askForNew(Model model) {
        model.addAttribute("form", PlaybookForm.blank());
        return ask(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") PlaybookForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        form.check(choices, errors);
        Optional<Long> made = Attempt.of(() -> service.create(form), errors, PlaybookController::field, response);
        if (made.isEmpty()) {
            return ask(null, model);
        }
        notices.tell(flash, "playbook.made", form.told());
        return "redirect:/settings/playbooks/" + made.get();
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        pages.show(id, page, viewer, model);
        model.addAttribute("address", new Address(request));
        return "playbook/playbook";
    }

    @GetMapping("/{id}/edit")
    String askToEdit(@PathVariable long id, Model model) {
        Playbook playbook = playbooks.load(id);
        model.addAttribute("form", PlaybookForm.of(playbook));
        return ask(playbook, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PlaybookForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        playbooks.load(id);
        form.check(choices, errors);
        if (Attempt.succeeds(() -> service.change(id, form), errors, PlaybookController::field, response)) {
            notices.tell(flash, "web.saved");
            return "redirect:/settings/playbooks/" + id;
        }
        return ask(playbooks.load(id), model);
    }

    private static String field(RuleException refused) {
        return refused.messageKey().equals("playbook.name.taken") ? "name" : "stage";
    }

    private String ask(@Nullable Playbook present, Model model) {
        model.addAttribute("section", "settings");
        model.addAttribute("present", present);
        model.addAttribute("triggers", Trigger.values());
        model.addAttribute("stages", choices.stages());
        model.addAttribute("pipelines", choices.pipelines());
        return "playbook/form";
    }
}
