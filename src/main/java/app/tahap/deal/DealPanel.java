package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.pipeline.StageTool;
import java.util.Locale;
import java.util.Optional;

/**
 * A module's part of the page of a deal; each bean is one. Its view costs a constant number of queries. Panels stand in the
 * order of their tools, those of the deal's stage first.
 */
public interface DealPanel {

    /** The event with which a panel that is answered in place has the page read history and criteria again. */
    String CHANGED = "deal-changed";

    /** What the panel is for. Where the tool is switched off for the deal's stage, a panel with content is shown folded. */
    StageTool tool();

    /** By which the page addresses it; of a tool's second panel a name of its own. */
    default String name() {
        return tool().name().toLowerCase(Locale.ROOT);
    }

    /** The key of its heading. */
    default String heading() {
        return "pipeline.tool." + tool();
    }

    /** Whether it stands open even where the tool is switched off for the deal's stage. */
    default boolean standsOpen(PanelDeal deal) {
        return false;
    }

    /** The template whose fragment {@code panel(view, deal)} shows the view, such as {@code activity/_panel}. */
    String template();

    /**
     * What the panel shows; the viewer may see the deal.
     *
     * @param needed whether the tool is switched on for the deal's stage; if not, a panel without content answers empty
     */
    Optional<?> view(PanelDeal deal, boolean needed, Viewer viewer);

    /**
     * The deal on whose page a panel stands.
     *
     * @param open neither closed nor deleted
     */
    record PanelDeal(long id, int version, long pipelineId, long stageId, boolean open, boolean deleted) {

        static PanelDeal of(DealView view) {
            return new PanelDeal(
                    view.id(),
                    view.version(),
                    view.pipelineId(),
                    view.stageId(),
                    view.isOpen() && !view.deleted(),
                    view.deleted());
        }
    }
}
