package app.tahap.assessment;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel;
import app.tahap.pipeline.StageTool;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a deal has answered so far, on its page. */
@Component
class AssessmentPanel implements DealPanel {

    private final Assessments assessments;

    AssessmentPanel(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public StageTool tool() {
        return StageTool.QUESTIONS;
    }

    @Override
    public String template() {
        return "assessment/_panel";
    }

    @Override
    public Optional<?> view(PanelDeal deal, boolean needed, Viewer viewer) {
        AssessmentView view = assessments.view(deal.id(), "", deal.open(), viewer.locale());
        boolean shown = needed ? !view.asked().isEmpty() || !view.isEmpty() : !view.isEmpty();
        return shown ? Optional.of(view) : Optional.empty();
    }
}
