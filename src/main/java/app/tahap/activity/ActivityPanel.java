package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel;
import app.tahap.pipeline.StageTool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is planned about a deal, on its page. */
@Component
class ActivityPanel implements DealPanel {

    private final ActivityList list;
    private final ActivityChoices choices;
    private final Clock clock;

    ActivityPanel(ActivityList list, ActivityChoices choices, Clock clock) {
        this.list = list;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    public StageTool tool() {
        return StageTool.ACTIVITIES;
    }

    @Override
    public String template() {
        return "activity/_panel";
    }

    @Override
    public Optional<?> view(PanelDeal deal, boolean needed, Viewer viewer) {
        if (deal.deleted()) {
            return Optional.empty();
        }
        List<ActivityRow> planned = list.planned(deal.id(), viewer);
        if (planned.isEmpty() && !needed) {
            return Optional.empty();
        }
        ActivityChoices.Offer offer = choices.of(null, viewer);
        ActivityForm form = ActivityForm.planned(
                offer.firstKind(), Postponement.TOMORROW.from(viewer.today(clock)), viewer.id(), Origin.DEAL);
        return Optional.of(new View(planned, offer, form));
    }

    /** @param form an empty one, to plan the next step with */
    record View(List<ActivityRow> planned, ActivityChoices.Offer choices, ActivityForm form) {}
}
