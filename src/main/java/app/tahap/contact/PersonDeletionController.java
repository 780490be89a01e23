package app.tahap.contact;

import app.tahap.web.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PersonDeletionController {

    private final ContactService contacts;
    private final ContactViews views;
    private final Notices notices;

    PersonDeletionController(ContactService contacts, ContactViews views, Notices notices) {
        this.contacts = contacts;
        this.views = views;
        this.notices = notices;
    }

    @PostMapping("/people/{id}/deletion")
    String delete(@PathVariable long id, RedirectAttributes flash) {
        contacts.deletePerson(id);
        notices.tell(flash, "contact.deletion.done", views.person(id).name());
        return "redirect:/people";
    }

    @PostMapping("/people/{id}/restoration")
    String restore(@PathVariable long id, RedirectAttributes flash) {
        contacts.restorePerson(id);
        notices.tell(flash, "contact.restoration.done", views.person(id).name());
        return "redirect:/people/" + id;
    }
}
