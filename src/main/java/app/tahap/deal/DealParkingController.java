package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.BoardAnswers.BoardRequest;
import app.tahap.web.Htmx;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class DealParkingController {

    private final DealService deals;
    private final DealPlaces places;
    private final BoardAnswers answers;
    private final Clock clock;

    DealParkingController(DealService deals, DealPlaces places, BoardAnswers answers, Clock clock) {
        this.deals = deals;
        this.places = places;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/deals/{dealId}/parking")
    String ask(@PathVariable long dealId, HttpServletRequest request, Viewer viewer, Model model) {
        DealPlace deal = places.load(dealId, viewer);
        LocalDate proposed = ParkingTime.TWO_WEEKS.from(viewer.today(clock));
        model.addAttribute("form", new ParkingForm(proposed, null, deal.version(), UUID.randomUUID()));
        return show(deal, request, model);
    }

    @PostMapping("/deals/{dealId}/parking")
    String park(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") ParkingForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Long from,
            DealCriteria criteria,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        LocalDate today = viewer.today(clock);
        LocalDate until = form.until(today);
        if (!errors.hasFieldErrors("until") && (until == null || !until.isAfter(today))) {
            errors.rejectValue("until", "deal.park.past");
        }
        if (until == null || errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(places.load(dealId, viewer), request, model);
        }
        long event = deals.park(dealId, until, Objects.requireNonNull(form.version()), form.key(), viewer);
        return answers.answer(
                dealId, from, event, "deal.park.done", criteria, new BoardRequest(request, viewer, model, flash));
    }

    @PostMapping("/deals/{dealId}/waking")
    String wake(
            @PathVariable long dealId,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID key,
            DealCriteria criteria,
            HttpServletRequest request,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        long event = deals.wake(dealId, version, key, viewer);
        return answers.answer(
                dealId, null, event, "deal.wake.done", criteria, new BoardRequest(request, viewer, model, flash));
    }

    private static String show(DealPlace deal, HttpServletRequest request, Model model) {
        model.addAttribute("section", "deals");
        model.addAttribute("deal", deal);
        model.addAttribute("times", ParkingTime.values());
        return Htmx.isEnhanced(request) ? "deal/parking :: form" : "deal/parking";
    }
}
