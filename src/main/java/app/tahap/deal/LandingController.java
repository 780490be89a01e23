package app.tahap.deal;

import app.tahap.account.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a card may land, asked for as it is lifted. */
@Controller
class LandingController {

    private final DealPlaces places;
    private final Landings landings;

    LandingController(DealPlaces places, Landings landings) {
        this.places = places;
        this.landings = landings;
    }

    @GetMapping("/deals/{dealId}/landings")
    String landings(@PathVariable long dealId, Viewer viewer, Model model) {
        model.addAttribute("landings", landings.of(places.load(dealId, viewer), viewer));
        return "deal/_landings :: landings";
    }
}
