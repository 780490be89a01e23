package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import app.tahap.web.RuleException;
import app.tahap.web.Show;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts an activity off. */
@Controller
class ActivityScheduleController {

    private final Activities activities;
    private final Notices notices;
    private final Clock clock;

    ActivityScheduleController(Activities activities, Notices notices, Clock clock) {
        this.activities = activities;
        this.notices = notices;
        this.clock = clock;
    }

    @PostMapping("/activities/{id}/schedule")
    String reschedule(
            @PathVariable long id,
            @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            throw new RuleException("activity.due.required");
        }
        Activity activity = activities.reschedule(id, form.day(viewer.today(clock)), form.version(), viewer);
        notices.tell(
                flash,
                "activity.rescheduled.told",
                activity.plan().subject(),
                new Show(viewer.locale()).date(activity.plan().dueOn()));
        return "redirect:"
                + Objects.requireNonNullElse(form.view(), Origin.DEAL).address(activity.dealId());
    }
}
