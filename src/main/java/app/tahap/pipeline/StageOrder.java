package app.tahap.pipeline;

import app.tahap.web.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stages of a pipeline in an order by numbers with gaps between them. Events remember the number of the stage
 * that a deal entered, and figures compare it with others; so it must mean the same for years: adding or moving a stage
 * numbers that stage alone. Only when a gap is used up, after sixteen stages put into the same place, are all numbered
 * anew.
 */
final class StageOrder {

    static final int GAP = 1 << 16;

    private StageOrder() {}

    /**
     * Puts a stage directly below another.
     *
     * @param others the pipeline's other stages, in their order
     * @param aboveId null for the first place
     */
    static void place(Stage stage, List<Stage> others, @Nullable Long aboveId) {
        int index = aboveId == null ? 0 : indexOf(others, aboveId) + 1;
        long before = index == 0
                ? (others.isEmpty() ? 0 : others.get(0).getPosition() - 2L * GAP)
                : others.get(index - 1).getPosition();
        long after =
                index == others.size() ? before + 2L * GAP : others.get(index).getPosition();
        long between = before + (after - before) / 2;
        if (between == before || between != (int) between) {
            numberAnew(stage, others, index);
        } else {
            stage.placeAt((int) between);
        }
    }

    private static void numberAnew(Stage stage, List<Stage> others, int index) {
        List<Stage> all = new ArrayList<>(others);
        all.add(index, stage);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).placeAt((i + 1) * GAP);
        }
    }

    private static int indexOf(List<Stage> stages, long id) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id() == id) {
                return i;
            }
        }
        throw new NotFoundException("stage", id);
    }
}
