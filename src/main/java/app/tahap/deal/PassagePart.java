package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel.PanelDeal;
import app.tahap.pipeline.CriterionKind;
import java.util.Map;
import java.util.Optional;

/**
 * A module's part of the panel in which a deal is given what it lacks on its way; each bean is one, for a kind of criteria
 * that has a {@link CriterionCheck}. What is typed there is written in the transaction of the move, by the module's own
 * service. Fields are named {@code part[name]}; the parts of a panel share the names.
 */
public interface PassagePart {

    CriterionKind kind();

    /**
     * The template whose fragment {@code fields(view, label, page)} stands in the panel. label says what is asked for, page is
     * where more of it can be done.
     */
    String template();

    /**
     * What the fields show, and what is wrong with what was typed; the viewer may see the deal. Empty where it cannot be given
     * here: then the panel leads to the page.
     */
    Optional<?> view(PanelDeal deal, Told told, Viewer viewer);

    /** Holds what has to be held before the deal is locked. */
    default void hold(Map<String, String> values) {}

    /**
     * Writes what was typed, if anything was; the deal is locked, and its criteria are checked next.
     *
     * @throws PartRefusedException where that cannot be written; the view says why
     */
    void fill(Deal deal, Map<String, String> values, Viewer viewer);

    /**
     * What was typed into the panel.
     *
     * @param values by the names of fields
     * @param demanded whether to say at the fields what is still missing
     */
    record Told(Map<String, String> values, boolean demanded) {

        /** Without blanks around it; empty for nothing. */
        public String value(String name) {
            return value(values, name);
        }

        public static String value(Map<String, String> values, String name) {
            return values.getOrDefault(name, "").strip();
        }
    }
}
