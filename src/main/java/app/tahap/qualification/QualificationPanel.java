package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel;
import app.tahap.pipeline.StageTool;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far a deal is qualified, on its page. */
@Component
class QualificationPanel implements DealPanel {

    private final QualificationViews views;

    QualificationPanel(QualificationViews views) {
        this.views = views;
    }

    @Override
    public StageTool tool() {
        return StageTool.QUALIFICATION;
    }

    @Override
    public String template() {
        return "qualification/_panel";
    }

    @Override
    public Optional<?> view(PanelDeal deal, boolean needed, Viewer viewer) {
        return views.of(deal).filter(view -> needed || view.rated() > 0);
    }
}
