package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/people")
class PersonListController {

    private static final int SUGGESTIONS = 12;

    private final ContactList list;
    private final Duplicates duplicates;
    private final ContactLists lists;

    PersonListController(ContactList list, Duplicates duplicates, ContactLists lists) {
        this.list = list;
        this.duplicates = duplicates;
        this.lists = lists;
    }

    @GetMapping
    String list(
            ContactCriteria criteria,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        return lists.show(ContactKind.PERSON, criteria, page, new Address(request), response, viewer, model);
    }

    /** What may be meant while a name is typed into another form, first of all at the organisation typed there. */
    @GetMapping("/suggestions")
    String suggest(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String organization,
            Model model) {
        model.addAttribute("field", "person");
        model.addAttribute("rows", list.peopleFor(organization, person, SUGGESTIONS));
        model.addAttribute("near", duplicates.peopleMeantBy(person, organization));
        return "contact/_suggestions :: suggestions";
    }

    /** Who may be there already while a person is filled in. */
    @GetMapping("/duplicates")
    String duplicates(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable Long besides,
            Model model) {
        model.addAttribute("path", "/people/");
        model.addAttribute("near", duplicates.people(name, email, besides));
        return "contact/_duplicates :: links";
    }
}
