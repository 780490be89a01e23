package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealService;
import app.tahap.deal.EventKind;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.Stage;
import java.time.Duration;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class MonthsTests {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

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
    Viewer budi;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        first = fixtures.stages(pipeline).get(0);
        ani = fixtures.user("Ani Basuki", Role.MANAGER);
        budi = fixtures.user("Budi Santoso", Role.REP);
    }

    @Test
    void tellsWhatHasChangedAMonthSinceItEnded() {
        long won = closed(Outcome.WON, ani);
        long lost = closed(Outcome.LOST, ani);
        long restored = closed(Outcome.LOST, ani);
        deals.delete(restored, fixtures.version(restored), ani);
        beginJune();

        deals.reopen(won, fixtures.version(won), null, ani);
        clock.turn(Duration.ofHours(1));
        deals.delete(lost, fixtures.version(lost), budi);
        clock.turn(Duration.ofHours(1));
        deals.restore(restored, ani);

        MonthRow may = month(MAY, null);
        assertThat(may.restatements())
                .extracting(Restatement::kind, Restatement::actor, Restatement::dealId, Restatement::outcome)
                .containsExactly(
                        tuple(EventKind.RESTORED, "Ani Basuki", restored, Outcome.LOST),
                        tuple(EventKind.DELETED, "Budi Santoso", lost, Outcome.LOST),
                        tuple(EventKind.REOPENED, "Ani Basuki", won, Outcome.WON));
        assertThat(may.change(Outcome.WON)).isEqualTo("−1");
        assertThat(may.change(Outcome.LOST)).isEmpty();
        assertThat(may.won().count()).isZero();
        assertThat(may.lost().count()).isOne();
    }

    @Test
    void callsNothingAChangeThatHappenedBeforeTheMonthEndedInTheWorkspace() {
        long reopened = closed(Outcome.WON, ani);
        long deleted = closed(Outcome.WON, ani);
        clock.turn(Duration.ofDays(11).plusHours(13).plusMinutes(59)); // 31 May, 23:59 in Jakarta

        deals.reopen(reopened, fixtures.version(reopened), null, ani);
        clock.turn(Duration.ofMinutes(2));
        deals.delete(deleted, fixtures.version(deleted), ani);

        assertThat(month(MAY, null).restatements())
                .extracting(Restatement::dealId)
                .containsExactly(deleted);
    }

    @Test
    void countsAChangeForWhoOwnedTheDealAtItsClosing() {
        long won = closed(Outcome.WON, budi);
        beginJune();
        deals.assign(won, ani.id(), fixtures.version(won), ani);
        deals.reopen(won, fixtures.version(won), null, ani);

        assertThat(month(MAY, budi.id()).change(Outcome.WON)).isEqualTo("−1");
        assertThat(month(MAY, ani.id()).change(Outcome.WON)).isEmpty();
    }

    private long closed(Outcome outcome, Viewer owner) {
        long deal = fixtures.deal("Fifty laptops", first, owner);
        @Nullable Long reason = outcome.needsReason() ? fixtures.reason(outcome.name()) : null;
        deals.close(deal, outcome, reason, null, 0, null, owner);
        return deal;
    }

    private void beginJune() {
        clock.turn(Duration.ofDays(20));
    }

    private MonthRow month(YearMonth month, @Nullable Long owner) {
        PipelineView view = Pipelines.choose(pipelines.all(), pipeline.id());
        Scope scope = Scope.of(
                view,
                DealCriteria.scope(pipeline.id(), owner, null),
                PeriodChoice.THIS_MONTH.on(ani.today(clock), 1),
                clock.instant(),
                ani);
        return dashboard.show(scope).months().stream()
                .filter(row -> row.month().equals(month))
                .findFirst()
                .orElseThrow();
    }
}
