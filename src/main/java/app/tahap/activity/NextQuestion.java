package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.activity.ActivityDeals.DealName;
import app.tahap.web.NotFoundException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be done next about a deal, asked right after something was done. */
@Component
class NextQuestion {

    private final ActivityList list;
    private final ActivityDeals deals;
    private final Clock clock;

    NextQuestion(ActivityList list, ActivityDeals deals, Clock clock) {
        this.list = list;
        this.deals = deals;
        this.clock = clock;
    }

    /** The question after an activity; null where it needs no answer any more, or is none of the viewer's business. */
    @Nullable Asked after(long activityId, Viewer viewer) {
        try {
            ActivityRow done = list.load(activityId, viewer);
            DealName deal = deals.load(done.dealId(), viewer);
            ActivityForm form = ActivityForm.planned(
                    done.kindId(), Postponement.TOMORROW.from(viewer.today(clock)), viewer.id(), Origin.DAY);
            return done.isDone() && deal.isStepless() ? new Asked(done, deal, form) : null;
        } catch (NotFoundException gone) {
            return null;
        }
    }

    record Asked(ActivityRow done, DealName deal, ActivityForm form) {}
}
