package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import app.tahap.web.Notices;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans an activity of a deal, or tells of one that has happened. */
@Controller
@RequestMapping("/deals/{dealId}/activities")
class DealActivityController {

    private final ActivityWriting writing;
    private final ActivityChoices choices;
    private final ActivityDeals deals;
    private final Notices notices;
    private final Clock clock;

    DealActivityController(
            ActivityWriting writing, ActivityChoices choices, ActivityDeals deals, Notices notices, Clock clock) {
        this.writing = writing;
        this.choices = choices;
        this.deals = deals;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/new")
    String ask(
            @PathVariable long dealId,
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "DEAL") Origin view,
            Viewer viewer,
            Model model) {
        ActivityChoices.Offer offer = choices.of(null, viewer);
        ActivityForm form = done
                ? ActivityForm.logged(offer.firstKind(), viewer.today(clock), viewer.id(), view)
                : ActivityForm.planned(
                        offer.firstKind(), Postponement.TOMORROW.from(viewer.today(clock)), viewer.id(), view);
        model.addAttribute("form", form);
        model.addAttribute("after", after);
        return show(dealId, form, offer, viewer, model);
    }

    @PostMapping
    String add(
            @PathVariable long dealId,
            @Valid @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        deals.load(dealId, viewer);
        ActivityChoices.Offer offer = choices.of(null, viewer);
        offer.check(form, errors);
        return Attempt.of(() -> writing.add(dealId, form, viewer), errors, ActivityWriting::fieldOf, response)
                .map(id -> {
                    String key = form.isDone() ? "activity.logged.told" : "activity.planned.told";
                    notices.tell(
                            flash, key, Objects.requireNonNull(form.subject()).strip());
                    return "redirect:" + form.origin().address(dealId);
                })
                .orElseGet(() -> show(dealId, form, offer, viewer, model));
    }

    private String show(long dealId, ActivityForm form, ActivityChoices.Offer offer, Viewer viewer, Model model) {
        model.addAttribute("section", form.origin() == Origin.DAY ? "my-day" : "deals");
        model.addAttribute("deal", deals.load(dealId, viewer));
        model.addAttribute("choices", offer);
        model.addAttribute("back", form.origin().address(dealId));
        return "activity/form";
    }
}
