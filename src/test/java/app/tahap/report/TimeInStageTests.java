package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealMove;
import app.tahap.deal.DealService;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class TimeInStageTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    Dashboard dashboard;

    @Autowired
    Pipelines pipelines;

    @Autowired
    TestClock.Turnable clock;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer ani;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        ani = fixtures.user("Ani Basuki", Role.MANAGER);
    }

    @Test
    void knowsOfAStayThatGoesOnThatItLastsLongerThanAnotherDid() {
        long moved = fixtures.deal("Moved after half a day", stages.get(0), ani);
        fixtures.deal("There for nearly a day", stages.get(0), ani);
        clock.turn(Duration.ofHours(12));
        deals.move(moved, new DealMove(stages.get(1).id(), null, null, 0, null), ani);
        clock.turn(Duration.ofHours(11));

        StayRow row = stays(0);

        assertThat(row.median()).isEqualTo(0.5);
        assertThat(row.p80()).as("one of two still runs").isNull();
        assertThat(row.stays()).isEqualTo(2);
    }

    private StayRow stays(int stage) {
        PipelineView view = Pipelines.choose(pipelines.all(), pipeline.id());
        Scope scope = Scope.of(
                view,
                DealCriteria.scope(pipeline.id(), null, null),
                PeriodChoice.THIS_QUARTER.on(ani.today(clock), 1),
                clock.instant(),
                ani);
        return dashboard.show(scope).stays().get(stage);
    }
}
