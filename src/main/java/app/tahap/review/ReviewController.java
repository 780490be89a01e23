package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.web.Address;
import app.tahap.web.Attempt;
import app.tahap.web.Choice;
import app.tahap.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists reviews, begins one, and leads into one. */
@Controller
class ReviewController {

    private static final int PAGE = 25;

    private final Reviews reviews;
    private final ReviewDeals deals;
    private final ReviewStart start;
    private final ReviewChoices choices;
    private final Pipelines pipelines;
    private final MessageSource messages;

    ReviewController(
            Reviews reviews,
            ReviewDeals deals,
            ReviewStart start,
            ReviewChoices choices,
            Pipelines pipelines,
            MessageSource messages) {
        this.reviews = reviews;
        this.deals = deals;
        this.start = start;
        this.choices = choices;
        this.pipelines = pipelines;
        this.messages = messages;
    }

    @GetMapping("/reviews")
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Viewer viewer, Model model) {
        Paging paging = Paging.of(page, PAGE, reviews.count(viewer));
        model.addAttribute("section", "reviews");
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", reviews.rows(viewer, paging.offset(), PAGE));
        return "review/list";
    }

    @GetMapping("/reviews/new")
    String ask(@RequestParam(required = false) @Nullable Long pipeline, Viewer viewer, Model model) {
        List<PipelineView> all = pipelines.all();
        model.addAttribute(
                "form", ReviewForm.blank(Pipelines.choose(all, pipeline).id()));
        return form(all, viewer, model);
    }

    @PostMapping("/reviews")
    String begin(
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        Optional<Long> begun = Attempt.of(() -> start.start(form, viewer), errors, refused -> "whose", response);
        return begun.map(id -> "redirect:/reviews/" + id).orElseGet(() -> form(pipelines.all(), viewer, model));
    }

    /** Goes on where nobody has looked yet. */
    @GetMapping("/reviews/{id}")
    String enter(@PathVariable long id, Viewer viewer) {
        ReviewHead review = reviews.load(id, viewer);
        Optional<Long> next = review.isEnded() ? Optional.empty() : deals.firstUnseen(id, viewer);
        return next.map(deal -> "redirect:/reviews/%d/deals/%d".formatted(id, deal))
                .orElse("redirect:/reviews/%d/summary".formatted(id));
    }

    private String form(List<PipelineView> all, Viewer viewer, Model model) {
        model.addAttribute("section", "reviews");
        model.addAttribute(
                "pipelines",
                all.stream().map(one -> new Choice(one.id(), one.name())).toList());
        model.addAttribute("people", choices.of(viewer));
        model.addAttribute(
                "orders",
                Arrays.stream(ReviewOrder.values())
                        .map(order -> new Choice(
                                order.name(), messages.getMessage("review.order." + order, null, viewer.locale())))
                        .toList());
        return "review/new";
    }
}
