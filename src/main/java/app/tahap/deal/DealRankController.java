package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A card's place in its own column, without dragging. */
@Controller
class DealRankController {

    private final DealService deals;
    private final BoardAnswers answers;

    DealRankController(DealService deals, BoardAnswers answers) {
        this.deals = deals;
        this.answers = answers;
    }

    @PostMapping("/deals/{dealId}/rank")
    String shift(
            @PathVariable long dealId,
            @RequestParam Shift shift,
            DealCriteria criteria,
            HttpServletRequest request,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        deals.shift(dealId, shift, viewer);
        String message = "deal.shifted." + shift;
        return answers.answer(dealId, null, null, message, criteria, new BoardRequest(request, viewer, model, flash));
    }
}
