package app.tahap.contact;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class OrganizationDeletionController {

    private final ContactService contacts;
    private final ContactViews views;
    private final MessageSource messages;

    OrganizationDeletionController(ContactService contacts, ContactViews views, MessageSource messages) {
        this.contacts = contacts;
        this.views = views;
        this.messages = messages;
    }

    @PostMapping("/organizations/{id}/deletion")
    String delete(@PathVariable long id, Locale locale, RedirectAttributes flash) {
        contacts.deleteOrganization(id);
        Object[] name = {views.organization(id).name()};
        flash.addFlashAttribute("notice", messages.getMessage("contact.deletion.done", name, locale));
        return "redirect:/organizations";
    }

    @PostMapping("/organizations/{id}/restoration")
    String restore(@PathVariable long id, Locale locale, RedirectAttributes flash) {
        contacts.restoreOrganization(id);
        Object[] name = {views.organization(id).name()};
        flash.addFlashAttribute("notice", messages.getMessage("contact.restoration.done", name, locale));
        return "redirect:/organizations/" + id;
    }
}
