package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.contact.ContactViews.OrganizationView;
import app.tahap.field.FieldForm;
import app.tahap.field.RecordKind;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

@Controller
@RequestMapping("/organizations")
class OrganizationFormController {

    private final ContactViews views;
    private final ContactService contacts;
    private final Duplicates duplicates;
    private final ContactFields fields;

    OrganizationFormController(
            ContactViews views, ContactService contacts, Duplicates duplicates, ContactFields fields) {
        this.views = views;
        this.contacts = contacts;
        this.duplicates = duplicates;
        this.fields = fields;
    }

    @GetMapping("/new")
    String askForNew(Viewer viewer, Model model) {
        fields.ask(RecordKind.ORGANIZATION, null, viewer, model);
        model.addAttribute("form", OrganizationForm.empty());
        return show(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") OrganizationForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        Optional<Long> made = contacts.find(form);
        FieldForm typed = fields.read(RecordKind.ORGANIZATION, null, parameters, viewer, model);
        if (made.isEmpty()
                && !errors.hasErrors()
                && !typed.hasErrors()
                && near(form).isEmpty()) {
            made = contacts.create(form, typed.values());
        }
        if (made.isPresent()) {
            return "redirect:/organizations/" + made.get();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("duplicates", near(form));
        return show(null, model);
    }

    @GetMapping("/{id}/edit")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        fields.ask(RecordKind.ORGANIZATION, id, viewer, model);
        model.addAttribute("form", OrganizationForm.of(views.presentOrganization(id)));
        return show(id, model);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") OrganizationForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        views.presentOrganization(id);
        FieldForm typed = fields.read(RecordKind.ORGANIZATION, id, parameters, viewer, model);
        if (errors.hasErrors() || typed.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id, model);
        }
        if (!contacts.edit(id, form, typed.values())) {
            OrganizationView now = views.presentOrganization(id);
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("version", now.version());
            model.addAttribute(
                    "differences",
                    fields.addDifferences(
                            form.differencesFrom(OrganizationForm.of(now)),
                            RecordKind.ORGANIZATION,
                            id,
                            typed,
                            viewer));
            return show(id, model);
        }
        return "redirect:/organizations/" + id;
    }

    private List<ContactRow> near(OrganizationForm form) {
        return form.isSureOf("name") ? List.of() : duplicates.organizations(form.name(), null);
    }

    private static String show(@Nullable Long id, Model model) {
        model.addAttribute("section", "organizations");
        model.addAttribute("id", id);
        return "contact/organization-form";
    }
}
