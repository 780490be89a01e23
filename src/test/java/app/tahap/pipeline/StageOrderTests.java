package app.tahap.pipeline;

import static app.tahap.pipeline.StageOrder.GAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tahap.web.NotFoundException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class StageOrderTests {

    private final Pipeline pipeline = new Pipeline("Sales", 1, Instant.EPOCH);
    private final Stage first = stage(1, GAP);
    private final Stage second = stage(2, 2 * GAP);
    private final Stage third = stage(3, 3 * GAP);

    @Test
    void numbersTheStageAloneThatIsMoved() {
        place(third, 1L, first, second);

        assertThat(order(first, second, third)).containsExactly(first, third, second);
        assertThat(first.getPosition()).isEqualTo(GAP);
        assertThat(second.getPosition()).isEqualTo(2 * GAP);
    }

    @Test
    void putsAStageFirstWhereNoneStandsAbove() {
        place(third, null, first, second);

        assertThat(order(first, second, third)).containsExactly(third, first, second);
    }

    @Test
    void putsAStageLast() {
        place(first, 3L, second, third);

        assertThat(order(first, second, third)).containsExactly(second, third, first);
    }

    @Test
    void holdsSixteenStagesInOneGapBeforeNumberingAnew() {
        List<Stage> stages = new ArrayList<>(List.of(first, second));
        for (int i = 0; i < 16; i++) {
            Stage added = stage(10 + i, 0);
            StageOrder.place(added, stages, 1L);
            stages.add(1, added);
        }
        assertThat(second.getPosition()).isEqualTo(2 * GAP);
        assertThat(stages).isSortedAccordingTo(Comparator.comparing(Stage::getPosition));

        Stage oneMore = stage(30, 0);
        StageOrder.place(oneMore, stages, 1L);
        stages.add(1, oneMore);
        assertThat(stages).isSortedAccordingTo(Comparator.comparing(Stage::getPosition));
        assertThat(stages.stream().map(Stage::getPosition).distinct()).hasSameSizeAs(stages);
    }

    @Test
    void numbersAnewRatherThanBeyondWhatANumberHolds() {
        Stage far = stage(4, Integer.MAX_VALUE);

        place(first, 4L, second, far);

        assertThat(order(first, second, far)).containsExactly(second, far, first);
    }

    @Test
    void knowsOnlyStagesOfThePipelineAsNeighbours() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> place(first, 99L, second, third));
    }

    private static void place(Stage stage, @Nullable Long aboveId, Stage... others) {
        StageOrder.place(stage, List.of(others), aboveId);
    }

    private static List<Stage> order(Stage... stages) {
        return List.of(stages).stream()
                .sorted(Comparator.comparing(Stage::getPosition))
                .toList();
    }

    private Stage stage(long id, int position) {
        Stage stage = new Stage(pipeline, "Stage " + id, position, BigDecimal.ONE, null, Instant.EPOCH);
        ReflectionTestUtils.setField(stage, "id", id);
        return stage;
    }
}
