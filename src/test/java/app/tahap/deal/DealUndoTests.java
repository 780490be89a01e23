package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.Template;
import app.tahap.web.RuleException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class DealUndoTests {

    /** What figures are made of. */
    private static final List<String> STATISTICS = List.of(
            "select * from stage_stay order by entered_by", "select * from effective_deal_event order by id", """
            select id, stage_id, rank, outcome, reason_id, reason_note, closed_at, closing_owner_id, parked_until, rate,
                   stage_entered_at from deal order by id
            """);

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    DealUndo undo;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutowireCapableBeanFactory beans;

    Viewer ani;
    Pipeline sales;
    List<Stage> stages;
    long deal;

    @BeforeEach
    void prepare() {
        sales = fixtures.workspace();
        stages = fixtures.stages(sales);
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        clock.turn(Duration.ofHours(1));
    }

    @Test
    void leavesTheStatisticsAsIfTheMoveHadNotHappened() {
        List<?> before = statistics();
        long moved = move(stages.get(4));
        clock.turn(Duration.ofSeconds(5));

        undo.undo(deal, moved, ani);

        assertThat(statistics()).isEqualTo(before);
        assertThat(kinds()).containsExactly("CREATED", "MOVED", "UNDONE");
    }

    @Test
    void leavesTheStatisticsAsIfTheOutcomeHadNotHappened() {
        List<?> before = statistics();
        long lost =
                deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), "too dear", fixtures.version(deal), null, ani);
        assertThat(statistics()).isNotEqualTo(before);

        undo.undo(deal, lost, ani);

        assertThat(statistics()).isEqualTo(before);
    }

    @Test
    void takesBackOneChangeAfterAnother() {
        List<?> before = statistics();
        long moved = move(stages.get(2));
        long won = deals.close(deal, Outcome.WON, null, null, fixtures.version(deal), null, ani);

        undo.undo(deal, won, ani);
        undo.undo(deal, moved, ani);

        assertThat(statistics()).isEqualTo(before);
    }

    @Test
    void isPossibleUntilTheEndOfTheDayInTheWorkspacesTimeZone() {
        long moved = move(stages.get(2));
        clock.turn(Duration.ofHours(13)); // 00:00 in Jakarta

        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> undo.undo(deal, moved, ani))
                .withMessage("deal.undo.late");

        clock.turn(Duration.ofSeconds(-1));
        undo.undo(deal, moved, ani);
        assertThat(stage()).isEqualTo(stages.get(0).id());
    }

    @Test
    void isRefusedOnceSomethingElseHasHappened() {
        long moved = move(stages.get(2));
        move(stages.get(3));

        assertThatExceptionOfType(StaleDealException.class).isThrownBy(() -> undo.undo(deal, moved, ani));
        assertThat(stage()).isEqualTo(stages.get(3).id());
    }

    @Test
    void changesNothingWhenAskedForTwice() {
        long moved = move(stages.get(2));
        undo.undo(deal, moved, ani);

        undo.undo(deal, moved, ani);

        assertThat(kinds()).containsExactly("CREATED", "MOVED", "UNDONE");
    }

    @Test
    void bringsADealToWhereTheDealsOfItsRemovedStageWent() {
        long moved = move(stages.get(4));
        shape().remove(stages.get(0).id(), stages.get(1).id(), ani);
        shape().merge(stages.get(1).id(), stages.get(2).id(), ani);

        undo.undo(deal, moved, ani);

        assertThat(stage()).isEqualTo(stages.get(2).id());
        assertThat(kinds()).containsExactly("CREATED", "MOVED", "UNDONE", "REMAPPED");
        assertThat(jdbc.sql("select stage_id from stage_stay order by entered_by")
                        .query(Long.class)
                        .list())
                .containsExactly(stages.get(0).id(), stages.get(2).id());
    }

    @Test
    void isRefusedWhereItWouldOpenADealInAnArchivedPipeline() {
        long won = deals.close(deal, Outcome.WON, null, null, fixtures.version(deal), null, ani);
        shape().pipeline("Partners", Template.FOUR);
        shape().archive(sales.id(), Map.of(), ani);

        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> undo.undo(deal, won, ani))
                .withMessage("deal.move.archived");
    }

    private long move(Stage target) {
        return deals.move(deal, new DealMove(target.id(), null, null, fixtures.version(deal), null), ani)
                .orElseThrow();
    }

    private PipelineFixtures shape() {
        return beans.createBean(PipelineFixtures.class);
    }

    private List<?> statistics() {
        return STATISTICS.stream()
                .map(sql -> jdbc.sql(sql).query().listOfRows())
                .toList();
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from deal_event order by id")
                .query(String.class)
                .list();
    }

    private long stage() {
        return jdbc.sql("select stage_id from deal").query(Long.class).single();
    }
}
