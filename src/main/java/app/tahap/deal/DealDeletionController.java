package app.tahap.deal;

import app.tahap.account.Viewer;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class DealDeletionController {

    private final DealService deals;
    private final DealViews views;
    private final DealPlaces places;
    private final MessageSource messages;

    DealDeletionController(DealService deals, DealViews views, DealPlaces places, MessageSource messages) {
        this.places = places;
        this.deals = deals;
        this.views = views;
        this.messages = messages;
    }

    @GetMapping("/deals/{dealId}/deletion")
    String ask(@PathVariable long dealId, Viewer viewer, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("deal", views.load(dealId, viewer));
        return "deal/deletion";
    }

    @PostMapping("/deals/{dealId}/deletion")
    String delete(
            @PathVariable long dealId,
            @RequestParam int version,
            Viewer viewer,
            Locale locale,
            RedirectAttributes flash) {
        DealView deal = views.load(dealId, viewer);
        deals.delete(dealId, version, viewer);
        flash.addFlashAttribute("notice", messages.getMessage("deal.deleted", new Object[] {deal.title()}, locale));
        flash.addFlashAttribute("restorable", dealId);
        return "redirect:/deals?outcome=OPEN";
    }

    @PostMapping("/deals/{dealId}/restoration")
    String restore(@PathVariable long dealId, Viewer viewer, Locale locale, RedirectAttributes flash) {
        deals.restore(dealId, viewer);
        String restored = messages.getMessage("deal.restored", null, locale);
        boolean taken = places.load(dealId, viewer).changedHands();
        flash.addFlashAttribute(
                "notice", taken ? restored + " " + messages.getMessage("deal.taken", null, locale) : restored);
        return "redirect:/deals/" + dealId;
    }
}
