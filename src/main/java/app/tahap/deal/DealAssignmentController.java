package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a deal over to somebody else. */
@Controller
class DealAssignmentController {

    private final DealService deals;
    private final Owners owners;
    private final Notices notices;

    DealAssignmentController(DealService deals, Owners owners, Notices notices) {
        this.deals = deals;
        this.owners = owners;
        this.notices = notices;
    }

    @PostMapping("/deals/{dealId}/assignment")
    String assign(
            @PathVariable long dealId,
            @RequestParam long owner,
            @RequestParam int version,
            Viewer viewer,
            RedirectAttributes flash) {
        String name = owners.choices(viewer).stream()
                .filter(choice -> choice.value().equals(Long.toString(owner)))
                .findFirst()
                .orElseThrow(() -> new RuleException("deal.form.owner.required"))
                .label();
        String told = deals.assign(dealId, owner, version, viewer) ? "deal.assigned" : "deal.assigned.same";
        notices.tell(flash, told, name);
        boolean mayStillSee = deals.isVisible(dealId, viewer);
        return mayStillSee ? "redirect:/deals/" + dealId : "redirect:/deals";
    }
}
