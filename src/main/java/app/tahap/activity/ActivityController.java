package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.web.Attempt;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** One activity: what is planned, and what came of it. */
@Controller
@RequestMapping("/activities/{id}")
class ActivityController {

    private final ActivityList list;
    private final Activities activities;
    private final ActivityWriting writing;
    private final ActivityChoices choices;
    private final ActivityAnswers answers;

    ActivityController(
            ActivityList list,
            Activities activities,
            ActivityWriting writing,
            ActivityChoices choices,
            ActivityAnswers answers) {
        this.list = list;
        this.activities = activities;
        this.writing = writing;
        this.choices = choices;
        this.answers = answers;
    }

    @GetMapping
    String ask(@PathVariable long id, @RequestParam(defaultValue = "DEAL") Origin view, Viewer viewer, Model model) {
        ActivityRow row = list.load(id, viewer);
        ActivityForm form = ActivityForm.of(row, view);
        model.addAttribute("form", form);
        return show(row, form, choices.of(row, viewer), model);
    }

    @PostMapping
    String amend(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ActivityForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ActivityRow row = list.load(id, viewer);
        ActivityChoices.Offer offer = choices.of(row, viewer);
        offer.check(form, errors);
        return Attempt.of(() -> writing.amend(id, form, viewer), errors, ActivityWriting::fieldOf, response)
                .map(activity -> answers.tell(activity, "web.saved", null, form.view(), flash))
                .orElseGet(() -> show(list.load(id, viewer), form, offer, model));
    }

    @PostMapping("/deletion")
    String delete(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Origin view,
            Viewer viewer,
            RedirectAttributes flash) {
        Activity deleted = activities.delete(id, version, viewer);
        return answers.tell(deleted, "activity.deleted.told", "/activities/" + id + "/restoration", view, flash);
    }

    @PostMapping("/restoration")
    String restore(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Origin view,
            Viewer viewer,
            RedirectAttributes flash) {
        return answers.tell(activities.restore(id, viewer), "activity.restored.told", null, view, flash);
    }

    private static String show(ActivityRow row, ActivityForm form, ActivityChoices.Offer offer, Model model) {
        model.addAttribute("section", form.origin() == Origin.DAY ? "my-day" : "deals");
        model.addAttribute("activity", row);
        model.addAttribute("choices", offer);
        model.addAttribute("back", form.origin().address(row.dealId()));
        return "activity/form";
    }
}
