package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes one organisation, or one person, of two, side by side. */
@Controller
class ContactMergingController {

    private final ContactMerging merging;
    private final ContactViews views;
    private final Notices notices;

    ContactMergingController(ContactMerging merging, ContactViews views, Notices notices) {
        this.merging = merging;
        this.views = views;
        this.notices = notices;
    }

    @GetMapping("/organizations/{id}/merging")
    String askOrganization(@PathVariable long id, @RequestParam long with, Viewer viewer, Model model) {
        return ask(ContactKind.ORGANIZATION, id, with, viewer, model);
    }

    @GetMapping("/people/{id}/merging")
    String askPerson(@PathVariable long id, @RequestParam long with, Viewer viewer, Model model) {
        return ask(ContactKind.PERSON, id, with, viewer, model);
    }

    @PostMapping("/organizations/{id}/merging")
    String mergeOrganization(
            @PathVariable long id,
            @ModelAttribute("form") MergeForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        return merge(ContactKind.ORGANIZATION, id, form, errors, response, viewer, model, flash);
    }

    @PostMapping("/people/{id}/merging")
    String mergePerson(
            @PathVariable long id,
            @ModelAttribute("form") MergeForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        return merge(ContactKind.PERSON, id, form, errors, response, viewer, model, flash);
    }

    private String ask(ContactKind kind, long id, long with, Viewer viewer, Model model) {
        model.addAttribute("form", new MergeForm(with, null, null, null));
        return show(kind, id, with, viewer, model);
    }

    private String merge(
            ContactKind kind,
            long id,
            MergeForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        long with = Objects.requireNonNullElse(form.with(), 0L);
        String merged = name(kind, with);
        if (!Attempt.succeeds(() -> merging.merge(kind, id, form, viewer), errors, refused -> "with", response)) {
            return show(kind, id, with, viewer, model);
        }
        notices.tell(flash, "contact.merge.done", merged, name(kind, id));
        return "redirect:" + kind.page(id);
    }

    private String name(ContactKind kind, long id) {
        return kind == ContactKind.ORGANIZATION
                ? views.organization(id).name()
                : views.person(id).name();
    }

    private String show(ContactKind kind, long id, long with, Viewer viewer, Model model) {
        model.addAttribute("fields", merging.compare(kind, id, with, viewer));
        model.addAttribute("version", merging.version(kind, id));
        model.addAttribute("otherVersion", merging.version(kind, with));
        model.addAttribute("section", kind.path());
        model.addAttribute("kind", kind);
        model.addAttribute("name", name(kind, id));
        model.addAttribute("id", id);
        model.addAttribute("with", with);
        model.addAttribute("action", kind.page(id) + "/merging");
        model.addAttribute("swap", kind.page(with) + "/merging?with=" + id);
        return "contact/merging";
    }
}
