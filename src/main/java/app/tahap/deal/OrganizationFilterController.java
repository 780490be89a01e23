package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.contact.Organizations;
import app.tahap.web.Address;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People name the organisation that a filter is about; addresses carry its id, which outlives a new name. */
@Controller
class OrganizationFilterController {

    private final Organizations organizations;
    private final MessageSource messages;

    OrganizationFilterController(Organizations organizations, MessageSource messages) {
        this.organizations = organizations;
        this.messages = messages;
    }

    @GetMapping(
            path = {"/board", "/deals"},
            params = {"organizationName", "organizationName!="})
    String find(
            @RequestParam String organizationName,
            HttpServletRequest request,
            Viewer viewer,
            RedirectAttributes flash) {
        Address here = new Address(request).without("organizationName");
        OptionalLong found = organizations.find(organizationName);
        if (found.isPresent()) {
            return "redirect:" + here.with("organization", found.getAsLong());
        }
        Object[] name = {organizationName.strip()};
        flash.addFlashAttribute(
                "notice", messages.getMessage("deal.filter.organization.unknown", name, viewer.locale()));
        return "redirect:" + here;
    }
}
