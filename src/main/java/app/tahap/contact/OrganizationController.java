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
@RequestMapping("/organizations")
class OrganizationController {

    private static final int PAGE = 50;
    private static final int SUGGESTIONS = 12;

    private final ContactList list;
    private final ContactService contacts;
    private final OrganizationRepository organizations;

    OrganizationController(ContactList list, ContactService contacts, OrganizationRepository organizations) {
        this.list = list;
        this.contacts = contacts;
        this.organizations = organizations;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        Paging paging = Paging.of(page, PAGE, list.countOrganizations(text));
        model.addAttribute("section", "organizations");
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", list.organizations(text, paging.offset(), PAGE));
        return "contact/organizations";
    }

    @GetMapping("/suggestions")
    String suggest(@RequestParam(required = false) @Nullable String organization, Model model) {
        model.addAttribute("rows", list.organizations(organization, 0, SUGGESTIONS));
        return "contact/_suggestions :: options";
    }

    @GetMapping("/{id}/edit")
    String ask(@PathVariable long id, Model model) {
        Organization it = load(id);
        model.addAttribute(
                "form",
                new OrganizationForm(it.getName(), it.getWebsite(), it.getPhone(), it.getAddress(), it.getVersion()));
        return show(id, model);
    }

    @GetMapping("/new")
    String askForNew(Model model) {
        model.addAttribute("form", new OrganizationForm(null, null, null, null, 0));
        return show(null, model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") OrganizationForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(null, model);
        }
        return "redirect:/organizations/" + contacts.create(form);
    }

    @PostMapping("/{id}")
    String edit(
            @PathVariable long id,
            @Valid @ModelAttribute("form") OrganizationForm form,
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
        return "redirect:/organizations/" + id;
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable long id) {
        contacts.deleteOrganization(id);
        return "redirect:/organizations";
    }

    private Organization load(long id) {
        return organizations
                .findByIdAndDeletedAtIsNull(id)
                .orElseThrow(() -> new NotFoundException("organisation", id));
    }

    private static String show(@Nullable Long id, Model model) {
        model.addAttribute("section", "organizations");
        model.addAttribute("id", id);
        return "contact/organization-form";
    }
}
