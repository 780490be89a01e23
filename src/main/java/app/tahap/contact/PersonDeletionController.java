package app.tahap.contact;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PersonDeletionController {

    private final ContactService contacts;
    private final ContactViews views;
    private final MessageSource messages;

    PersonDeletionController(ContactService contacts, ContactViews views, MessageSource messages) {
        this.contacts = contacts;
        this.views = views;
        this.messages = messages;
    }

    @PostMapping("/people/{id}/deletion")
    String delete(@PathVariable long id, Locale locale, RedirectAttributes flash) {
        contacts.deletePerson(id);
        Object[] name = {views.person(id).name()};
        flash.addFlashAttribute("notice", messages.getMessage("contact.deletion.done", name, locale));
        return "redirect:/people";
    }

    @PostMapping("/people/{id}/restoration")
    String restore(@PathVariable long id, Locale locale, RedirectAttributes flash) {
        contacts.restorePerson(id);
        Object[] name = {views.person(id).name()};
        flash.addFlashAttribute("notice", messages.getMessage("contact.restoration.done", name, locale));
        return "redirect:/people/" + id;
    }
}
