package app.tahap.contact;

import app.tahap.contact.ContactViews.PersonView;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
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

    PersonFormController(ContactViews views, ContactService contacts, Duplicates duplicates) {
        this.views = views;
        this.contacts = contacts;
        this.duplicates = duplicates;
    }

    @GetMapping("/new")
    String askForNew(@RequestParam(required = false) @Nullable Long organization, Model model) {
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
            HttpServletResponse response,
            Model model) {
        Optional<Long> made = contacts.find(form);
        if (made.isEmpty() && !isRefused(form, null, errors, response, model)) {
            made = contacts.create(form);
            // somebody of that name was added just now, which is told as if it had been before
            if (made.isEmpty()) {
                isRefused(form, null, errors, response, model);
            }
        }
        return made.isPresent() ? "redirect:/people/" + made.get() : show(null, model);
    }

    @GetMapping("/{id}/edit")
    String ask(@PathVariable long id, Model model) {
        model.addAttribute("form", PersonForm.of(views.presentPerson(id)));
        return show(id, model);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        PersonView before = views.presentPerson(id);
        if (isRefused(form, before, errors, response, model)) {
            return show(id, model);
        }
        if (!contacts.edit(id, form, before.organization())) {
            PersonView now = views.presentPerson(id);
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("version", now.version());
            model.addAttribute("differences", form.differencesFrom(PersonForm.of(now)));
            return show(id, model);
        }
        return "redirect:/people/" + id;
    }

    private boolean isRefused(
            PersonForm form, @Nullable PersonView before, Errors errors, HttpServletResponse response, Model model) {
        boolean knowsOrganization = form.isSureOf("organization")
                || (before != null && Objects.equals(before.organization(), form.organization()));
        List<ContactRow> people = before != null || form.isSureOf("name")
                ? List.of()
                : duplicates.people(form.name(), form.email(), null);
        List<ContactRow> organizations =
                knowsOrganization ? List.of() : duplicates.organizationsMeantBy(form.organization());
        boolean refused = errors.hasErrors() || !people.isEmpty() || !organizations.isEmpty();
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
