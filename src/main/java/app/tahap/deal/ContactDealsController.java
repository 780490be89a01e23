package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.contact.ContactViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of an organisation and of a person, each with the deals that the viewer may see. */
@Controller
class ContactDealsController {

    private static final int MOST = 100;

    private final ContactViews contacts;
    private final DealList deals;

    ContactDealsController(ContactViews contacts, DealList deals) {
        this.contacts = contacts;
        this.deals = deals;
    }

    @GetMapping("/organizations/{id}")
    String organization(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("section", "organizations");
        model.addAttribute("organization", contacts.organization(id));
        model.addAttribute("people", contacts.peopleOf(id));
        return show(DealCriteria.NONE.but().organization(id).build(), viewer, model, "contact/organization");
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("section", "people");
        model.addAttribute("person", contacts.person(id));
        return show(DealCriteria.NONE.but().person(id).build(), viewer, model, "contact/person");
    }

    private String show(DealCriteria criteria, Viewer viewer, Model model, String view) {
        model.addAttribute("summary", deals.summary(criteria, viewer));
        model.addAttribute("rows", deals.rows(criteria, DealSort.CREATED, true, 0, MOST, viewer));
        return view;
    }
}
