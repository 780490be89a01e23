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

/** Tells that an activity is done, or that it is not after all. */
@Controller
@RequestMapping("/activities/{id}")
class ActivityCompletionController {

    private final ActivityList list;
    private final Activities activities;
    private final ActivityAnswers answers;

    ActivityCompletionController(ActivityList list, Activities activities, ActivityAnswers answers) {
        this.list = list;
        this.activities = activities;
        this.answers = answers;
    }

    @GetMapping("/completion")
    String ask(@PathVariable long id, @RequestParam(defaultValue = "DEAL") Origin view, Viewer viewer, Model model) {
        ActivityRow row = list.load(id, viewer);
        model.addAttribute("form", new CompletionForm(row.outcome(), row.version(), view));
        return show(row, view, model);
    }

    @PostMapping("/completion")
    String complete(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CompletionForm form,
            BindingResult errors,
            HttpServletResponse response,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String outcome = ActivityForm.text(form.outcome());
        return Attempt.of(
                        () -> activities.complete(id, outcome, form.version(), viewer),
                        errors,
                        refused -> "outcome",
                        response)
                .map(done -> answers.askNext(done, "/activities/" + id + "/reopening", form.view(), viewer, flash))
                .orElseGet(() -> show(list.load(id, viewer), form.view(), model));
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Origin view,
            Viewer viewer,
            RedirectAttributes flash) {
        return answers.tell(activities.reopen(id, viewer), "activity.reopened.told", null, view, flash);
    }

    private static String show(ActivityRow row, @Nullable Origin view, Model model) {
        model.addAttribute("section", view == Origin.DAY ? "my-day" : "deals");
        model.addAttribute("activity", row);
        model.addAttribute("back", (view == null ? Origin.DEAL : view).address(row.dealId()));
        return "activity/completion";
    }
}
