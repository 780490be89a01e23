package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.contact.ContactKind;
import app.tahap.contact.ContactMerging;
import app.tahap.contact.ContactViews;
import app.tahap.contact.ContactViews.OrganizationView;
import app.tahap.contact.ContactViews.PersonView;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.web.Address;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of an organisation and of a person, each with the deals that the viewer may see. */
@Controller
class ContactDealsController {

    private static final int PAGE = 25;

    private final ContactViews contacts;
    private final ContactMerging merging;
    private final DealList deals;
    private final Fields fields;
    private final FieldWords fieldWords;

    ContactDealsController(
            ContactViews contacts, ContactMerging merging, DealList deals, Fields fields, FieldWords fieldWords) {
        this.contacts = contacts;
        this.merging = merging;
        this.deals = deals;
        this.fields = fields;
        this.fieldWords = fieldWords;
    }

    @GetMapping("/organizations/{id}")
    String organization(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Optional<Long> successor = merging.successor(ContactKind.ORGANIZATION, id);
        if (successor.isPresent()) {
            return "redirect:" + ContactKind.ORGANIZATION.page(successor.get());
        }
        model.addAttribute("section", "organizations");
        OrganizationView it = contacts.organization(id);
        model.addAttribute("organization", it);
        model.addAttribute("alike", contacts.organizationsLike(it));
        model.addAttribute("mergedHere", merging.mergedInto(ContactKind.ORGANIZATION, id));
        model.addAttribute("people", contacts.peopleOf(id));
        addFields(RecordKind.ORGANIZATION, id, viewer, model);
        addDeals(DealCriteria.NONE.but().organization(id).build(), page, request, viewer, model);
        return "contact/organization";
    }

    @GetMapping("/people/{id}")
    String person(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Optional<Long> successor = merging.successor(ContactKind.PERSON, id);
        if (successor.isPresent()) {
            return "redirect:" + ContactKind.PERSON.page(successor.get());
        }
        model.addAttribute("section", "people");
        addFields(RecordKind.PERSON, id, viewer, model);
        PersonView it = contacts.person(id);
        model.addAttribute("person", it);
        model.addAttribute("alike", contacts.peopleLike(it));
        model.addAttribute("mergedHere", merging.mergedInto(ContactKind.PERSON, id));
        addDeals(DealCriteria.NONE.but().person(id).build(), page, request, viewer, model);
        return "contact/person";
    }

    private void addFields(RecordKind kind, long id, Viewer viewer, Model model) {
        model.addAttribute("customFields", fieldWords.lines(kind, fields.values(kind, id), viewer));
    }

    private void addDeals(DealCriteria criteria, int page, HttpServletRequest request, Viewer viewer, Model model) {
        DealList.Page shown = deals.page(criteria, DealSort.CREATED, true, page, PAGE, viewer);
        Map<Outcome, DealTotals.Sum> outcomes = shown.summary().outcomes();
        DealTotals.Sum none = DealTotals.Sum.none(viewer);
        model.addAttribute("open", outcomes.getOrDefault(Outcome.OPEN, none));
        model.addAttribute("won", outcomes.getOrDefault(Outcome.WON, none));
        model.addAttribute("list", DealAddress.list(criteria));
        model.addAttribute("paging", shown.paging());
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", shown.rows());
    }
}
