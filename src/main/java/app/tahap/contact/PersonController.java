package app.tahap.contact;

import app.tahap.web.Address;
import app.tahap.web.NotFoundException;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/people")
class PersonController {

    private static final int PAGE = 50;
    private static final int SUGGESTIONS = 12;

    private final ContactList list;
    private final ContactService contacts;
    private final PersonRepository people;
    private final OrganizationRepository organizations;

    PersonController(
            ContactList list, ContactService contacts, PersonRepository people, OrganizationRepository organizations) {
        this.list = list;
        this.contacts = contacts;
        this.people = people;
        this.organizations = organizations;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        Paging paging = Paging.of(page, PAGE, list.countPeople(text));
        model.addAttribute("section", "people");
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", list.people(text, paging.offset(), PAGE));
        return "contact/people";
    }

    @GetMapping("/suggestions")
    String suggest(@RequestParam(required = false) @Nullable String person, Model model) {
        model.addAttribute("rows", list.people(person, 0, SUGGESTIONS));
        return "contact/_suggestions :: options";
    }

    @GetMapping("/new")
    String askForNew(@RequestParam(required = false) @Nullable Long organization, Model model) {
        String name = organization == null
                ? null
                : organizations
                        .findByIdAndDeletedAtIsNull(organization)
                        .map(Organization::getName)
                        .orElse(null);
        model.addAttribute("form", new PersonForm(null, name, null, null, null, 0));
        return show(null, model);
    }

    @GetMapping("/{id}/edit")
    String ask(@PathVariable long id, Model model) {
        Person it = load(id);
        Long organization = it.getOrganizationId();
        String name = organization == null
                ? null
                : organizations
                        .findById(organization)
                        .map(Organization::getName)
                        .orElse(null);
        model.addAttribute(
                "form",
                new PersonForm(it.getName(), name, it.getJobTitle(), it.getEmail(), it.getPhone(), it.getVersion()));
        return show(id, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(null, model);
        }
        return "redirect:/people/" + contacts.create(form);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        if (load(id).getVersion() != form.version()) {
            errors.reject("contact.stale");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id, model);
        }
        contacts.edit(id, form);
        return "redirect:/people/" + id;
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable long id) {
        contacts.deletePerson(id);
        return "redirect:/people";
    }

    private Person load(long id) {
        return people.findByIdAndDeletedAtIsNull(id).orElseThrow(() -> new NotFoundException("person", id));
    }

    private static String show(@Nullable Long id, Model model) {
        model.addAttribute("section", "people");
        model.addAttribute("id", id);
        return "contact/person-form";
    }
}
