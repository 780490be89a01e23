package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.web.Notices;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers what was done about an activity: with a word about it, a way to take it back, and what is to be done next. */
@Component
class ActivityAnswers {

    private final Notices notices;
    private final ActivityDeals deals;

    ActivityAnswers(Notices notices, ActivityDeals deals) {
        this.notices = notices;
        this.deals = deals;
    }

    /** @param undo the path to which a form that takes it back is sent; null where there is none */
    String tell(
            Activity activity,
            String messageKey,
            @Nullable String undo,
            @Nullable Origin origin,
            RedirectAttributes flash) {
        Origin back = Objects.requireNonNullElse(origin, Origin.DEAL);
        notices.tell(flash, messageKey, activity.plan().subject());
        if (undo != null) {
            flash.addFlashAttribute("undoPath", undo + "?view=" + back);
        }
        return "redirect:" + back.address(activity.dealId());
    }

    /** After something was done: where the deal is open and nothing is planned about it, asks what is next. */
    String askNext(Activity done, String undo, @Nullable Origin origin, Viewer viewer, RedirectAttributes flash) {
        String back = tell(done, "activity.done.told", undo, origin, flash);
        if (!deals.load(done.dealId(), viewer).isStepless()) {
            return back;
        }
        return origin == Origin.DAY
                ? "redirect:/my-day?next=" + done.id()
                : "redirect:/deals/%d/activities/new?after=%d".formatted(done.dealId(), done.id());
    }
}
