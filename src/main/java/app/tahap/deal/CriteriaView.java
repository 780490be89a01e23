package app.tahap.deal;

import app.tahap.pipeline.CriterionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deal's stage asks for, on the deal's page.
 *
 * @param landings where the deal may go; empty where no stage asks for anything
 */
record CriteriaView(List<One> criteria, List<Landing> landings) {

    static final CriteriaView NONE = new CriteriaView(List.of(), List.of());

    /** Where the deal may not go yet; null where nothing is known to be missing there. */
    public @Nullable Landing landing(long stageId) {
        return landings.stream()
                .filter(landing -> landing.isFor(stageId) && !landing.missing().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * One criterion.
     *
     * @param page on which it can be met
     */
    record One(long id, CriterionKind kind, String label, boolean required, boolean met, String page) {

        public boolean isItem() {
            return kind == CriterionKind.CHECKLIST;
        }
    }
}
