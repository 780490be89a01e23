package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.EventKind;
import app.tahap.deal.Outcome;
import java.time.Duration;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthsTests extends ReportScene {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    Viewer budi;

    @BeforeEach
    void prepare() {
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
        long deal = fixtures.deal("Fifty laptops", stages.get(0), owner);
        @Nullable Long reason = outcome.needsReason() ? fixtures.reason(outcome.name()) : null;
        deals.close(deal, outcome, reason, null, 0, null, owner);
        return deal;
    }

    private void beginJune() {
        clock.turn(Duration.ofDays(20));
    }

    private MonthRow month(YearMonth month, @Nullable Long owner) {
        return report(PeriodChoice.THIS_MONTH, owner).months().stream()
                .filter(row -> row.month().equals(month))
                .findFirst()
                .orElseThrow();
    }
}
