package app.tahap.deal;

import app.tahap.account.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom a note about a deal can mention, while an @ and the beginning of a name are typed. */
@Controller
class DealMentionController {

    private static final int SUGGESTIONS = 6;

    private final DealViews deals;
    private final DealAudience audience;

    DealMentionController(DealViews deals, DealAudience audience) {
        this.deals = deals;
        this.audience = audience;
    }

    @GetMapping("/deals/{dealId}/mentions")
    String suggest(
            @PathVariable long dealId,
            @RequestParam(required = false) @Nullable String text,
            Viewer viewer,
            Model model) {
        deals.load(dealId, viewer);
        model.addAttribute("names", audience.suggest(text, dealId, viewer.id(), SUGGESTIONS));
        return "deal/_mentions :: names";
    }
}
