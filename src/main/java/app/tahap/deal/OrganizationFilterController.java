package app.tahap.deal;

import app.tahap.contact.Organizations;
import app.tahap.web.Address;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People name the organisation that a filter is about; addresses carry its id, which outlives a new name. */
@Controller
class OrganizationFilterController {

    private final Organizations organizations;

    OrganizationFilterController(Organizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping(
            path = {"/board", "/deals"},
            params = {"organizationName", "organizationName!="})
    String find(@RequestParam String organizationName, HttpServletRequest request, RedirectAttributes flash) {
        Address here = new Address(request).without("organizationName");
        OptionalLong found = organizations.find(organizationName);
        if (found.isPresent()) {
            return "redirect:" + here.with("organization", found.getAsLong());
        }
        flash.addFlashAttribute("unknownOrganization", organizationName.strip());
        return "redirect:" + here;
    }
}
