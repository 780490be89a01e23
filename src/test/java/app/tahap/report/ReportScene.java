package app.tahap.report;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealService;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of single figures begin with: Ani, who manages, and a pipeline of seven stages without deals. */
@DatabaseTest
abstract class ReportScene {

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
    void begin() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        ani = fixtures.user("Ani Basuki", Role.MANAGER);
    }

    DashboardView report(PeriodChoice period, @Nullable Long owner) {
        PipelineView view = Pipelines.choose(pipelines.all(), pipeline.id());
        DealCriteria scope = DealCriteria.scope(pipeline.id(), owner, null);
        return dashboard.show(Scope.of(view, scope, period.on(ani.today(clock), 1), clock.instant(), ani));
    }
}
