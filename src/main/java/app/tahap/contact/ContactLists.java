package app.tahap.contact;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.field.Field;
import app.tahap.field.FieldFilter;
import app.tahap.field.FieldFilters;
import app.tahap.field.FieldType;
import app.tahap.field.Fields;
import app.tahap.web.Address;
import app.tahap.web.Choice;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.FieldError;

/** Fills the page of a list of organisations or people. */
@Component
class ContactLists {

    private static final int PAGE = 50;

    private final ContactList list;
    private final ContactFields columns;
    private final Fields fields;
    private final Owners owners;

    ContactLists(ContactList list, ContactFields columns, Fields fields, Owners owners) {
        this.list = list;
        this.columns = columns;
        this.fields = fields;
        this.owners = owners;
    }

    /** Answers what a filter says that cannot be understood with that, and no rows. */
    String show(
            ContactKind kind,
            ContactCriteria criteria,
            int page,
            Address address,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        List<Field> definitions = fields.all(kind.records());
        List<FieldFilter> filters = FieldFilters.of(definitions, criteria.fields(), users(definitions, viewer));
        List<FieldError> unreadable = FieldFilters.errors(filters, viewer);
        model.addAttribute("section", kind.path());
        model.addAttribute("kind", kind.table());
        model.addAttribute("criteria", criteria);
        model.addAttribute("address", address);
        model.addAttribute("fieldFilters", filters);
        model.addAttribute("conditions", FieldFilters.conditions(filters, address.without("page"), viewer));
        if (!unreadable.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refused", unreadable);
            return "contact/list";
        }
        Paging paging = Paging.of(page, PAGE, list.count(kind, criteria, viewer));
        List<ContactRow> rows = list.rows(kind, criteria, paging.offset(), PAGE, viewer);
        model.addAttribute("paging", paging);
        model.addAttribute("rows", rows);
        columns.addColumns(kind.records(), definitions, rows, viewer, model);
        return "contact/list";
    }

    private List<Choice> users(List<Field> definitions, Viewer viewer) {
        return definitions.stream().anyMatch(field -> field.type() == FieldType.USER)
                ? owners.choices(viewer)
                : List.of();
    }
}
