package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel;
import app.tahap.pipeline.StageTool;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is negotiated, on the page of a deal. */
@Component
class TermPanel implements DealPanel {

    private final Terms terms;
    private final Clock clock;

    TermPanel(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public StageTool tool() {
        return StageTool.OBJECTIONS;
    }

    @Override
    public String name() {
        return "terms";
    }

    @Override
    public String heading() {
        return "negotiation.terms";
    }

    @Override
    public String template() {
        return "negotiation/_terms";
    }

    @Override
    public Optional<List<TermRow>> view(PanelDeal deal, boolean needed, Viewer viewer) {
        List<TermRow> rows = terms.of(deal.id(), viewer.today(clock));
        return needed || !rows.isEmpty() ? Optional.of(rows) : Optional.empty();
    }
}
