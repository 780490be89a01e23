package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Attempt;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deals of a review, and what a meeting says about each. */
@Controller
@RequestMapping("/reviews/{reviewId}/deals")
class MeetingController {

    private static final int PAGE = 50;

    private final Reviews reviews;
    private final ReviewDeals deals;
    private final Meeting meeting;
    private final MeetingPages pages;
    private final Clock clock;

    MeetingController(Reviews reviews, ReviewDeals deals, Meeting meeting, MeetingPages pages, Clock clock) {
        this.reviews = reviews;
        this.deals = deals;
        this.meeting = meeting;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @PathVariable long reviewId,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        model.addAttribute("section", "reviews");
        model.addAttribute("review", reviews.load(reviewId, viewer));
        Paging paging = Paging.of(page, PAGE, deals.count(reviewId, viewer));
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", deals.rows(reviewId, paging.offset(), PAGE, viewer));
        return "review/deals";
    }

    @GetMapping("/{dealId}")
    String show(@PathVariable long reviewId, @PathVariable long dealId, Viewer viewer, Model model) {
        return pages.deal(reviewId, dealId, viewer, model);
    }

    @PostMapping("/{dealId}")
    String say(
            @PathVariable long reviewId,
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") MeetingForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        form.check(errors, viewer.today(clock));
        boolean said = Attempt.succeeds(
                () -> meeting.say(reviewId, dealId, form, viewer),
                errors,
                refused -> refused.messageKey().startsWith("activity.") ? "assignee" : "decision",
                "review.overtaken",
                response);
        return said ? goOn(reviewId, dealId, form, viewer) : pages.deal(reviewId, dealId, viewer, model);
    }

    private String goOn(long reviewId, long dealId, MeetingForm form, Viewer viewer) {
        ReviewPlace place = deals.place(reviewId, dealId, viewer);
        Long target =
                switch (form.way()) {
                    case NEXT -> place.nextId();
                    case PREVIOUS -> place.previousId();
                    case STAY -> Long.valueOf(dealId);
                };
        return target == null && form.way() == MeetingForm.Way.NEXT
                ? "redirect:/reviews/%d/summary".formatted(reviewId)
                : "redirect:/reviews/%d/deals/%d".formatted(reviewId, target == null ? dealId : target);
    }
}
