package app.tahap.contact;

import app.tahap.account.Viewer;
import app.tahap.field.RecordKind;
import app.tahap.web.Address;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/people")
class PersonListController {

    private static final int PAGE = 50;
    private static final int SUGGESTIONS = 12;

    private final ContactList list;
    private final Duplicates duplicates;
    private final ContactFields fields;

    PersonListController(ContactList list, Duplicates duplicates, ContactFields fields) {
        this.list = list;
        this.duplicates = duplicates;
        this.fields = fields;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Paging paging = Paging.of(page, PAGE, list.countPeople(text, deleted));
        model.addAttribute("section", "people");
        model.addAttribute("kind", "person");
        model.addAttribute("deleted", deleted);
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        List<ContactRow> rows = list.people(text, deleted, paging.offset(), PAGE);
        model.addAttribute("rows", rows);
        fields.addColumns(RecordKind.PERSON, rows, viewer, model);
        return "contact/list";
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
