package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodFiguresTests {

    private static final Period MAY = Period.ofMonths(LocalDate.of(2026, 5, 1), 1);

    @Test
    void knowsNothingOfNoDeals() {
        PeriodFigures none = figures(0, 0, 0, 0, "0", null, 0);

        assertThat(none.winRate()).isEqualTo(new Proportion(0, 0));
        assertThat(none.winRate().share()).isNull();
        assertThat(none.broadWinRate().share()).isNull();
        assertThat(none.averageSize()).isNull();
        assertThat(none.velocity()).isNull();
        assertThat(none.leavesOutValues()).isFalse();
    }

    @Test
    void knowsNoRateWhereAllDealsAreOpen() {
        PeriodFigures open = figures(0, 0, 0, 0, "0", null, 25);

        assertThat(open.winRate().share()).isNull();
        assertThat(open.velocity()).isNull();
    }

    @Test
    void followsFromOneDeal() {
        PeriodFigures one = figures(1, 0, 0, 1, "500", 10.0, 0);

        assertThat(one.winRate().share()).isEqualTo(1.0);
        assertThat(one.averageSize()).isEqualByComparingTo("500");
        assertThat(one.velocity()).isEqualByComparingTo("0");
    }

    @Test
    void keepsLostDealsInTheDenominatorAndDisqualifiedOnesApart() {
        PeriodFigures figures = figures(30, 70, 20, 30, "3000", 10.0, 5);

        assertThat(figures.winRate()).isEqualTo(new Proportion(30, 100));
        assertThat(figures.broadWinRate()).isEqualTo(new Proportion(30, 120));
    }

    @Test
    void isNothingWonOfSomeWhereAllWereLost() {
        PeriodFigures lost = figures(0, 4, 0, 0, "0", null, 5);

        assertThat(lost.winRate().share()).isZero();
        assertThat(lost.averageSize()).isNull();
        assertThat(lost.velocity()).isNull();
    }

    @Test
    void hasNoRateWhereAllWereDisqualified() {
        PeriodFigures disqualified = figures(0, 0, 4, 0, "0", null, 5);

        assertThat(disqualified.winRate().share()).isNull();
        assertThat(disqualified.broadWinRate().share()).isZero();
    }

    /** A blank amount is unknown, not 0. */
    @Test
    void dividesByTheDealsThatHaveAValueOnly() {
        PeriodFigures figures = figures(4, 0, 0, 3, "900", 10.0, 5);

        assertThat(figures.averageSize()).isEqualByComparingTo("300");
        assertThat(figures.leavesOutValues()).isTrue();
    }

    @Test
    void hasNoAverageWhereNoWonDealHasAValue() {
        PeriodFigures figures = figures(4, 0, 0, 0, "0", 10.0, 5);

        assertThat(figures.averageSize()).isNull();
        assertThat(figures.velocity()).isNull();
        assertThat(figures.leavesOutValues()).isTrue();
    }

    /** An amount of 0 is known, unlike a blank one. */
    @Test
    void countsDealsThatWereGivenAway() {
        PeriodFigures figures = figures(2, 0, 0, 2, "0", 10.0, 5);

        assertThat(figures.averageSize()).isEqualByComparingTo("0");
        assertThat(figures.velocity()).isEqualByComparingTo("0");
    }

    /** 20 open x 300 on average x 25 % / 30 days = 50 a day. */
    @Test
    void multipliesTheFourFactorsOfVelocity() {
        PeriodFigures figures = figures(3, 9, 1, 3, "900", 30.0, 20);

        assertThat(figures.velocity()).isEqualByComparingTo("50");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 0.00001, 0.049, 0.05})
    void hasNoVelocityWhereTheCycleIsNoTimeAtAll(double median) {
        assertThat(figures(3, 9, 1, 3, "900", median, 20).velocity()).isNull();
    }

    @Test
    void hasNoVelocityWhereNoCycleIsKnown() {
        assertThat(figures(3, 9, 1, 3, "900", null, 20).velocity()).isNull();
    }

    private static PeriodFigures figures(
            long won, long lost, long disqualified, long valued, String value, @Nullable Double cycle, long open) {
        return new PeriodFigures(
                MAY,
                won,
                lost,
                disqualified,
                valued,
                new BigDecimal(value),
                null,
                won - valued,
                0,
                cycle == null ? 0 : won,
                cycle,
                cycle,
                open);
    }
}
