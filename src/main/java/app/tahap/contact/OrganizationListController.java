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
@RequestMapping("/organizations")
class OrganizationListController {

    private static final int PAGE = 50;
    private static final int SUGGESTIONS = 12;

    private final ContactList list;
    private final Duplicates duplicates;
    private final ContactFields fields;

    OrganizationListController(ContactList list, Duplicates duplicates, ContactFields fields) {
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
        Paging paging = Paging.of(page, PAGE, list.countOrganizations(text, deleted));
        model.addAttribute("section", "organizations");
        model.addAttribute("kind", "organization");
        model.addAttribute("deleted", deleted);
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        List<ContactRow> rows = list.organizations(text, deleted, paging.offset(), PAGE);
        model.addAttribute("rows", rows);
        fields.addColumns(RecordKind.ORGANIZATION, rows, viewer, model);
        return "contact/list";
    }

    /** What may be meant while a name is typed into another form, and what it may be a misspelling of. */
    @GetMapping("/suggestions")
    String suggest(@RequestParam(required = false) @Nullable String organization, Model model) {
        model.addAttribute("field", "organization");
        model.addAttribute("rows", list.organizations(organization, false, 0, SUGGESTIONS));
        model.addAttribute("near", duplicates.organizationsMeantBy(organization));
        return "contact/_suggestions :: suggestions";
    }

    /** What may be there already while an organisation is filled in. */
    @GetMapping("/duplicates")
    String duplicates(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Long besides,
            Model model) {
        model.addAttribute("path", "/organizations/");
        model.addAttribute("near", duplicates.organizations(name, besides));
        return "contact/_duplicates :: links";
    }
}
