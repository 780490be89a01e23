package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel.PanelDeal;
import app.tahap.pipeline.StageTool;
import app.tahap.pipeline.StageTools;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the modules above say about a deal on its page. */
@Component
class DealPanels {

    private final List<DealPanel> panels;
    private final StageTools tools;

    DealPanels(List<DealPanel> panels, StageTools tools) {
        this.panels = panels;
        this.tools = tools;
    }

    List<Shown> of(DealView view, Viewer viewer) {
        PanelDeal deal = PanelDeal.of(view);
        Set<StageTool> needed = deal.open() ? tools.of(deal.stageId()) : Set.of();
        return panels.stream()
                .flatMap(panel -> panel.view(deal, needed.contains(panel.tool()), viewer).stream()
                        .map(content ->
                                new Shown(panel, content, needed.contains(panel.tool()) || panel.standsOpen(deal))))
                .sorted(Comparator.comparing(Shown::needed).reversed().thenComparing(shown -> shown.panel()
                        .tool()))
                .toList();
    }

    /**
     * A panel on a page.
     *
     * @param needed whether it stands open; others are folded
     */
    record Shown(DealPanel panel, Object content, boolean needed) {

        public String template() {
            return panel.template();
        }

        public String name() {
            return panel.name();
        }

        public String heading() {
            return panel.heading();
        }
    }
}
