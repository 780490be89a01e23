package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel;
import app.tahap.pipeline.StageTool;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The signals of a deal, on its page. */
@Component
class SignalsPanel implements DealPanel {

    private final Signals signals;
    private final ReadyRule rule;

    SignalsPanel(Signals signals, ReadyRule rule) {
        this.signals = signals;
        this.rule = rule;
    }

    @Override
    public StageTool tool() {
        return StageTool.SIGNALS;
    }

    @Override
    public String template() {
        return "closing/_panel";
    }

    @Override
    public Optional<?> view(PanelDeal deal, boolean needed, Viewer viewer) {
        SignalsView view = view(deal.id(), deal.open());
        return needed || view.ticked() > 0 ? Optional.of(view) : Optional.empty();
    }

    SignalsView view(long dealId, boolean open) {
        return new SignalsView(dealId, open, signals.of(dealId), rule.readyAt());
    }

    /** @param readyAt how many signals make a deal ready */
    record SignalsView(long dealId, boolean open, List<Signal> signals, int readyAt) {

        public long ticked() {
            return signals.stream().filter(Signal::isTicked).count();
        }

        public boolean isReady() {
            return ticked() >= readyAt;
        }

        /** How many signals are missing to be ready. */
        public long missing() {
            return Math.max(0, readyAt - ticked());
        }
    }
}
