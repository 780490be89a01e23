package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what people typed into activities. */
@Component
class ActivityWriting {

    private final Activities activities;
    private final Clock clock;

    ActivityWriting(Activities activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    /** Plans the activity of a form without errors, or logs it, and returns its id. */
    long add(long dealId, ActivityForm form, Viewer viewer) {
        ActivityPlan plan = form.plan(viewer.id());
        return form.isDone()
                ? activities.log(
                        dealId,
                        plan,
                        ActivityForm.text(form.outcome()),
                        doneAt(plan.dueOn(), plan.dueTime(), viewer),
                        form.key(),
                        viewer)
                : activities.plan(dealId, plan, form.key(), viewer);
    }

    Activity amend(long id, ActivityForm form, Viewer viewer) {
        return activities.amend(id, form.plan(viewer.id()), ActivityForm.text(form.outcome()), form.version(), viewer);
    }

    /** Where no time is told, it was just now, or around noon of an earlier day. */
    private Instant doneAt(LocalDate day, @Nullable LocalTime time, Viewer viewer) {
        if (time == null && day.equals(viewer.today(clock))) {
            return clock.instant();
        }
        return day.atTime(Objects.requireNonNullElse(time, LocalTime.NOON))
                .atZone(viewer.zone())
                .toInstant();
    }

    /** The field of the form that a broken rule is about. */
    static String fieldOf(RuleException refused) {
        return refused.messageKey().startsWith("activity.assignee.") ? "assignee" : "due";
    }
}
