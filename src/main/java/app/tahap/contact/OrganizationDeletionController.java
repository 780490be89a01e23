package app.tahap.contact;

import app.tahap.web.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class OrganizationDeletionController {

    private final ContactService contacts;
    private final ContactViews views;
    private final Notices notices;

    OrganizationDeletionController(ContactService contacts, ContactViews views, Notices notices) {
        this.contacts = contacts;
        this.views = views;
        this.notices = notices;
    }

    @PostMapping("/organizations/{id}/deletion")
    String delete(@PathVariable long id, RedirectAttributes flash) {
        contacts.deleteOrganization(id);
        notices.tell(flash, "contact.deletion.done", views.organization(id).name());
        return "redirect:/organizations";
    }

    @PostMapping("/organizations/{id}/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        contacts.restoreOrganization(id);
        notices.tell(flash, "contact.restoration.done", views.organization(id).name());
        return "redirect:/organizations/" + id;
    }
}
