package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/deals/{dealId}/stage")
class DealStageController {

    private final DealService deals;
    private final DealPlaces places;
    private final Pipelines pipelines;
    private final BoardAnswers answers;

    DealStageController(DealService deals, DealPlaces places, Pipelines pipelines, BoardAnswers answers) {
        this.deals = deals;
        this.places = places;
        this.pipelines = pipelines;
        this.answers = answers;
    }

    @GetMapping
    String form(@PathVariable long dealId, HttpServletRequest request, Viewer viewer, Model model) {
        DealPlace deal = places.load(dealId, viewer);
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deal);
        model.addAttribute("pipelines", pipelines.all());
        model.addAttribute("key", UUID.randomUUID());
        return Htmx.isEnhanced(request) ? "deal/stage :: form" : "deal/stage";
    }

    @PostMapping
    String move(
            @PathVariable long dealId,
            DealMove move,
            @RequestParam(required = false) @Nullable Long from,
            DealCriteria criteria,
            HttpServletRequest request,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Optional<Long> event = deals.move(dealId, move, viewer);
        String message = event.isPresent() ? "deal.moved" : null;
        return answers.answer(
                dealId, from, event.orElse(null), message, criteria, new BoardRequest(request, viewer, model, flash));
    }
}
