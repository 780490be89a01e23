package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel;
import app.tahap.pipeline.StageTool;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The objections on the page of a deal. */
@Component
class ObjectionPanel implements DealPanel {

    private final Objections objections;

    ObjectionPanel(Objections objections) {
        this.objections = objections;
    }

    @Override
    public StageTool tool() {
        return StageTool.OBJECTIONS;
    }

    @Override
    public String template() {
        return "negotiation/_panel";
    }

    @Override
    public Optional<List<ObjectionRow>> view(PanelDeal deal, boolean needed, Viewer viewer) {
        List<ObjectionRow> rows = objections.of(deal.id());
        return needed || !rows.isEmpty() ? Optional.of(rows) : Optional.empty();
    }
}
