package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.deal.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SalesCyclesTests extends ReportScene {

    @Test
    void isNotYetKnownWhereHalfOfTheDealsLastLonger() {
        long won = fixtures.deal("Won after four days", stages.get(0), ani);
        fixtures.deal("Open for ten days", stages.get(0), ani);
        fixtures.deal("Open for ten days as well", stages.get(0), ani);
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
        long won = fixtures.deal("Won after half a day", stages.get(0), ani);
        clock.turn(Duration.ofHours(6));
        fixtures.deal("Open for a quarter of a day", stages.get(0), ani);
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
        return report(PeriodChoice.THIS_MONTH, null).figures();
    }
}
