package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.Stage;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class SalesCyclesTests {

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
    Stage first;
    Viewer ani;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        first = fixtures.stages(pipeline).get(0);
        ani = fixtures.user("Ani Basuki", Role.MANAGER);
    }

    @Test
    void isNotYetKnownWhereHalfOfTheDealsLastLonger() {
        long won = fixtures.deal("Won after four days", first, ani);
        fixtures.deal("Open for ten days", first, ani);
        fixtures.deal("Open for ten days as well", first, ani);
        clock.turn(Duration.ofDays(4));
        win(won);
        clock.turn(Duration.ofDays(6));

        KeyFigures figures = figures();

        assertThat(figures.now().cycleMedian()).isEqualTo(4);
        assertThat(figures.cycleWithOpen()).isNull();
        assertThat(figures.cycleOpen().count()).isEqualTo(2);
    }

    @Test
    void isNoShorterWithOpenDealsThanWithout() {
        long won = fixtures.deal("Won after half a day", first, ani);
        clock.turn(Duration.ofHours(6));
        fixtures.deal("Open for a quarter of a day", first, ani);
        clock.turn(Duration.ofHours(6));
        win(won);

        KeyFigures figures = figures();

        assertThat(figures.now().cycleMedian()).isEqualTo(0.5);
        assertThat(figures.cycleWithOpen()).isEqualTo(0.5);
        assertThat(figures.cycleP80WithOpen()).isEqualTo(0.5);
    }

    private void win(long deal) {
        deals.close(deal, Outcome.WON, null, null, 0, null, ani);
    }

    private KeyFigures figures() {
        PipelineView view = Pipelines.choose(pipelines.all(), pipeline.id());
        DealCriteria all = DealCriteria.scope(pipeline.id(), null, null);
        Period month = PeriodChoice.THIS_MONTH.on(ani.today(clock), 1);
        return dashboard.show(Scope.of(view, all, month, clock.instant(), ani)).figures();
    }
}
