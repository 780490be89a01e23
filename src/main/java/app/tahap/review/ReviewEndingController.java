package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends a review, after asking. */
@Controller
@RequestMapping("/reviews/{id}/ending")
class ReviewEndingController {

    private final Summaries summaries;
    private final ReviewEnding ending;
    private final Notices notices;

    ReviewEndingController(Summaries summaries, ReviewEnding ending, Notices notices) {
        this.summaries = summaries;
        this.ending = ending;
        this.notices = notices;
    }

    @GetMapping
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        SummaryView summary = summaries.of(id, viewer);
        if (summary.review().isEnded()) {
            return "redirect:/reviews/%d/summary".formatted(id);
        }
        model.addAttribute("section", "reviews");
        model.addAttribute("summary", summary);
        return "review/ending";
    }

    @PostMapping
    String end(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        ending.end(id, viewer);
        notices.tell(flash, "review.ending.done");
        return "redirect:/reviews/%d/summary".formatted(id);
    }
}
