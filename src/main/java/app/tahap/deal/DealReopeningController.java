package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class DealReopeningController {

    private final DealService deals;
    private final BoardAnswers answers;

    DealReopeningController(DealService deals, BoardAnswers answers) {
        this.deals = deals;
        this.answers = answers;
    }

    @PostMapping("/deals/{dealId}/reopening")
    String reopen(
            @PathVariable long dealId,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID key,
            DealCriteria criteria,
            HttpServletRequest request,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        long event = deals.reopen(dealId, version, key, viewer);
        return answers.answer(
                dealId, null, event, "deal.reopen.done", criteria, new BoardRequest(request, viewer, model, flash));
    }
}
