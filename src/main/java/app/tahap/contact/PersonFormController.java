package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.contact.ContactViews.PersonView;
import app.tahap.field.FieldForm;
import app.tahap.field.RecordKind;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
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
@RequestMapping("/people")
class PersonFormController {

    private final ContactViews views;
    private final ContactService contacts;
    private final Duplicates duplicates;
    private final ContactFields fields;

    PersonFormController(ContactViews views, ContactService contacts, Duplicates duplicates, ContactFields fields) {
        this.views = views;
        this.contacts = contacts;
        this.duplicates = duplicates;
        this.fields = fields;
    }

    @GetMapping("/new")
    String askForNew(@RequestParam(required = false) @Nullable Long organization, Viewer viewer, Model model) {
        fields.ask(RecordKind.PERSON, null, viewer, model);
        String name = organization == null
                ? null
                : views.presentOrganization(organization).name();
        model.addAttribute("form", PersonForm.at(name));
        return show(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        Optional<Long> made = contacts.find(form);
        FieldForm typed = fields.read(RecordKind.PERSON, null, parameters, viewer, model);
        boolean wrong = errors.hasErrors() || typed.hasErrors();
        if (made.isEmpty() && !isRefused(form, null, wrong, response, model)) {
            made = contacts.create(form, typed.values());
            // somebody of that name was added just now, which is told as if it had been before
            if (made.isEmpty()) {
                isRefused(form, null, wrong, response, model);
            }
        }
        return made.isPresent() ? "redirect:/people/" + made.get() : show(null, model);
    }

    @GetMapping("/{id}/edit")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        fields.ask(RecordKind.PERSON, id, viewer, model);
        model.addAttribute("form", PersonForm.of(views.presentPerson(id)));
        return show(id, model);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        PersonView before = views.presentPerson(id);
        FieldForm typed = fields.read(RecordKind.PERSON, id, parameters, viewer, model);
        if (isRefused(form, before, errors.hasErrors() || typed.hasErrors(), response, model)) {
            return show(id, model);
        }
        if (!contacts.edit(id, form, typed.values(), before.organization())) {
            PersonView now = views.presentPerson(id);
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("version", now.version());
            model.addAttribute(
                    "differences",
                    fields.addDifferences(
                            form.differencesFrom(PersonForm.of(now)), RecordKind.PERSON, id, typed, viewer));
            return show(id, model);
        }
        return "redirect:/people/" + id;
    }

    private boolean isRefused(
            PersonForm form, @Nullable PersonView before, boolean wrong, HttpServletResponse response, Model model) {
        boolean knowsOrganization = form.isSureOf("organization")
                || (before != null && Objects.equals(before.organization(), form.organization()));
        List<ContactRow> people = before != null || form.isSureOf("name")
                ? List.of()
                : duplicates.people(form.name(), form.email(), null);
        List<ContactRow> organizations =
                knowsOrganization ? List.of() : duplicates.organizationsMeantBy(form.organization());
        boolean refused = wrong || !people.isEmpty() || !organizations.isEmpty();
        if (refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("duplicates", people);
            model.addAttribute("organizations", organizations);
        }
        return refused;
    }

    private static String show(@Nullable Long id, Model model) {
        model.addAttribute("section", "people");
        model.addAttribute("id", id);
        return "contact/person-form";
    }
}
