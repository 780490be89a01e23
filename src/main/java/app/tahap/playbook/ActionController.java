package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.playbook.FieldActions.Reading;
import app.tahap.web.Attempt;
import app.tahap.web.Htmx;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The actions of a playbook. */
@Controller
@RequestMapping("/settings/playbooks/{id}/actions")
class ActionController {

    private final Playbooks playbooks;
    private final PlaybookParts parts;
    private final PlaybookPages pages;
    private final ActionPages asking;
    private final FieldActions fields;
    private final Notices notices;

    ActionController(
            Playbooks playbooks,
            PlaybookParts parts,
            PlaybookPages pages,
            ActionPages asking,
            FieldActions fields,
            Notices notices) {
        this.playbooks = playbooks;
        this.parts = parts;
        this.pages = pages;
        this.asking = asking;
        this.fields = fields;
        this.notices = notices;
    }

    @GetMapping("/new")
    String ask(
            @PathVariable long id,
            @RequestParam ActionKind kind,
            @RequestParam(required = false) @Nullable Long field,
            Viewer viewer,
            Model model) {
        model.addAttribute("form", ActionForm.blank());
        return asking.show(playbooks.load(id), kind, null, fields.blank(kind, field, viewer), viewer, model);
    }

    @PostMapping
    String add(
            @PathVariable long id,
            @RequestParam ActionKind kind,
            @RequestParam(required = false) @Nullable Long field,
            @RequestParam MultiValueMap<String, String> typed,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Playbook playbook = playbooks.load(id);
        asking.check(kind, form, viewer, errors);
        Reading read = fields.read(kind, field, typed, viewer, errors);
        if (Attempt.succeeds(
                () -> parts.addAction(id, kind, form, read.setting()), errors, refused -> "stage", response)) {
            return saved(id, flash);
        }
        return asking.show(playbook, kind, null, read, viewer, model);
    }

    @GetMapping("/{actionId}")
    String askToChange(@PathVariable long id, @PathVariable long actionId, Viewer viewer, Model model) {
        PlaybookAction action = playbooks.action(id, actionId);
        model.addAttribute("form", ActionForm.of(action));
        return asking.show(playbooks.load(id), action.kind(), action, fields.stored(action, viewer), viewer, model);
    }

    @PostMapping("/{actionId}")
    String change(
            @PathVariable long id,
            @PathVariable long actionId,
            @RequestParam MultiValueMap<String, String> typed,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        PlaybookAction action = playbooks.action(id, actionId);
        asking.check(action.kind(), form, viewer, errors);
        Reading read = fields.read(action.kind(), action.fieldId(), typed, viewer, errors);
        if (Attempt.succeeds(
                () -> parts.changeAction(id, actionId, form, read.setting()), errors, refused -> "stage", response)) {
            return saved(id, flash);
        }
        return asking.show(playbooks.load(id), action.kind(), playbooks.action(id, actionId), read, viewer, model);
    }

    @PostMapping("/{actionId}/place")
    String place(
            @PathVariable long id,
            @PathVariable long actionId,
            @RequestParam(required = false) @Nullable Long aboveId,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        parts.placeAction(id, actionId, aboveId);
        if (!Htmx.isEnhanced(request)) {
            return back(id) + "#action-" + actionId;
        }
        pages.showActions(id, viewer, model);
        return "playbook/_actions :: rows";
    }

    @PostMapping("/{actionId}/removal")
    String remove(@PathVariable long id, @PathVariable long actionId, RedirectAttributes flash) {
        parts.removeAction(id, actionId);
        notices.tell(flash, "playbook.action.removed");
        flash.addFlashAttribute("undoPath", "/settings/playbooks/%d/actions/%d/restoration".formatted(id, actionId));
        return back(id);
    }

    @PostMapping("/{actionId}/restoration")
    String restore(@PathVariable long id, @PathVariable long actionId, RedirectAttributes flash) {
        parts.restoreAction(id, actionId);
        notices.tell(flash, "playbook.action.restored");
        return back(id);
    }

    private String saved(long id, RedirectAttributes flash) {
        notices.tell(flash, "web.saved");
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/settings/playbooks/" + id;
    }
}
