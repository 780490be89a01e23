package app.tahap.report;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealMove;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.Stage;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What became of deals that went through a stage which was then merged or removed, counted by hand. */
@DatabaseTest
class RemovedStageTests {

    private static final int QUALIFICATION = 1;
    private static final int CONTACT = 2;
    private static final int NEEDS = 3;
    private static final int PROPOSAL = 4;
    private static final int NEGOTIATION = 5;
    private static final int CLOSING = 6;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    DealService deals;

    @Autowired
    Dashboard dashboard;

    @Autowired
    Pipelines pipelines;

    @Autowired
    Clock clock;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer ani;
    PipelineFixtures shape;

    @BeforeEach
    void prepare() {
        shape = beans.createBean(PipelineFixtures.class);
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
    }

    @Test
    void countsAMergedStageAsTheOneItBecamePartOf() {
        walk(NEEDS, PROPOSAL, NEGOTIATION);
        walk(NEEDS, PROPOSAL, CLOSING);
        walk(NEEDS, NEGOTIATION);
        walk(NEEDS, CLOSING);
        walk(NEEDS, PROPOSAL);
        walk(NEEDS);
        close(walk(NEEDS, PROPOSAL), Outcome.LOST);
        close(walk(NEEDS, PROPOSAL), Outcome.WON);
        walk(CONTACT, PROPOSAL);
        walk(CONTACT, PROPOSAL, NEGOTIATION);
        walk(CONTACT, NEEDS);
        walk(PROPOSAL, NEGOTIATION);

        shape.merge(stages.get(PROPOSAL).id(), stages.get(NEEDS).id(), ani);

        // the two that went to closing and the one won at once skipped the negotiation
        assertFlow("Needs assessment", 9, 5, 3, 3, 1);
        assertFlow("Initial contact", 3, 3, 0, 0, 0);
        assertFlow("Proposal/quote", 8, 5, 0, 2, 1);
    }

    @Test
    void countsARemovedStageAsTheOneThatTookItsDealsOver() {
        walk(0, QUALIFICATION, CONTACT);
        walk(0, QUALIFICATION);
        walk(0, CONTACT);
        walk(0, NEEDS);
        walk(0);

        shape.remove(stages.get(QUALIFICATION).id(), stages.get(CONTACT).id(), ani);

        assertFlow("Prospecting", 5, 4, 1, 1, 0);
    }

    @Test
    void followsAStageThatWasMergedAndMergedAgain() {
        walk(CONTACT, PROPOSAL, NEGOTIATION);
        walk(CONTACT, NEEDS, PROPOSAL);

        shape.merge(stages.get(PROPOSAL).id(), stages.get(NEEDS).id(), ani);
        shape.merge(stages.get(NEEDS).id(), stages.get(CONTACT).id(), ani);

        assertFlow("Initial contact", 2, 1, 0, 1, 0);
    }

    private void assertFlow(String stage, long entered, long wentOn, long skipped, long undecided, long dropped) {
        PipelineView view = Pipelines.choose(pipelines.all(), pipeline.id());
        Scope scope = Scope.of(
                view,
                new DashboardForm(pipeline.id(), null, null, null, null, null).deals(view),
                PeriodChoice.THIS_QUARTER.on(ani.today(clock), 1),
                clock.instant(),
                ani);
        ConversionRow row = dashboard.show(scope).conversions().stream()
                .filter(one -> one.stage().name().equals(stage))
                .findFirst()
                .orElseThrow();

        assertThat(row)
                .extracting(
                        one -> one.entered().count(),
                        one -> one.wentOn().count(),
                        one -> one.skipped().count(),
                        one -> one.undecided().count(),
                        one -> one.dropped().count())
                .as(stage)
                .containsExactly(entered, wentOn, skipped, undecided, dropped);
        List.of(row.entered(), row.wentOn(), row.skipped(), row.undecided(), row.dropped())
                .forEach(this::assertListed);
    }

    private void assertListed(DealCount deals) {
        String summary = deals.count() == 0
                ? "No deals match"
                : "<strong>" + deals.count() + (deals.count() == 1 ? " deal<" : " deals<");
        assertThat(mvc.get().uri(deals.address()).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains(summary);
    }

    private long walk(int first, int... then) {
        long deal = fixtures.deal("Fifty laptops", stages.get(first), ani);
        for (int stage : then) {
            deals.move(deal, new DealMove(stages.get(stage).id(), null, null, fixtures.version(deal), null), ani);
        }
        return deal;
    }

    private void close(long deal, Outcome outcome) {
        Long reason = outcome == Outcome.LOST ? fixtures.reason("LOST") : null;
        deals.close(deal, outcome, reason, null, fixtures.version(deal), null, ani);
    }
}
