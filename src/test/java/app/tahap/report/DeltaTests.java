package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.report.Delta.Direction;
import app.tahap.report.Delta.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaTests {

    @Test
    void tellsSharesInPercentagePoints() {
        assertThat(Delta.ofShares(new Proportion(30, 40), new Proportion(20, 40)))
                .isEqualTo(new Delta(25, Unit.POINTS, false));
    }

    @Test
    void isNoneWhereOneOfTheSharesIsOfNothing() {
        Proportion none = new Proportion(0, 0);
        Proportion some = new Proportion(3, 4);

        assertThat(Delta.ofShares(some, none)).isNull();
        assertThat(Delta.ofShares(none, some)).isNull();
        assertThat(Delta.ofShares(none, none)).isNull();
    }

    @Test
    void existsWhereTheEarlierShareIsZeroOfSome() {
        assertThat(Delta.ofShares(new Proportion(8, 32), new Proportion(0, 32)))
                .isEqualTo(new Delta(25, Unit.POINTS, false));
    }

    @ParameterizedTest
    @CsvSource({"20, 20, false", "19, 20, true", "20, 19, true", "1, 1, true"})
    void restsOnFewWhereOneOfTheTwoDoes(long now, long earlier, boolean few) {
        Delta shares = Delta.ofShares(new Proportion(0, now), new Proportion(0, earlier));
        Delta amounts = Delta.ofAmounts(BigDecimal.ONE, now, BigDecimal.TEN, earlier);
        Delta days = Delta.ofDays(2.0, now, 3.0, earlier);

        assertThat(shares).isNotNull().extracting(Delta::isFew).isEqualTo(few);
        assertThat(amounts).isNotNull().extracting(Delta::isFew).isEqualTo(few);
        assertThat(days).isNotNull().extracting(Delta::isFew).isEqualTo(few);
    }

    @ParameterizedTest
    @CsvSource({"150, 100, 0.5", "50, 100, -0.5", "100, 100, 0", "0, 100, -1"})
    void tellsAmountsAsARatio(BigDecimal now, BigDecimal earlier, double change) {
        Delta delta = Delta.ofAmounts(now, 30, earlier, 30);

        assertThat(delta).isEqualTo(new Delta(change, Unit.RATIO, false));
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "0, 0", "100, ", " , 100", " , "})
    void isNoneWhereThereIsNoEarlierAmountToCompareWith(@Nullable BigDecimal now, @Nullable BigDecimal earlier) {
        assertThat(Delta.ofAmounts(now, 30, earlier, 30)).isNull();
    }

    @Test
    void tellsDaysAsTheyDiffer() {
        assertThat(Delta.ofDays(30.0, 40, 42.0, 40)).isEqualTo(new Delta(-12, Unit.DAYS, false));
        assertThat(Delta.ofDays(5.0, 40, 0.0, 40)).isEqualTo(new Delta(5, Unit.DAYS, false));
    }

    /** 39.7 % and 21.2 % are 18.5 points apart, although the shares themselves differ by 18.51 points. */
    @Test
    void tellsSharesAsTheyAreShown() {
        assertThat(Delta.ofShares(new Proportion(18, 85), new Proportion(25, 63)))
                .isEqualTo(new Delta(-18.5, Unit.POINTS, false));
    }

    /** 110 and 87 days are 23 days apart, although 109.6 and 87.4 are 22.2. */
    @Test
    void tellsDaysAsTheyAreShown() {
        assertThat(Delta.ofDays(87.4, 40, 109.6, 40)).isEqualTo(new Delta(-23, Unit.DAYS, false));
        assertThat(Delta.ofDays(9.44, 40, 11.7, 40)).isEqualTo(new Delta(-2.6, Unit.DAYS, false));
    }

    @Test
    void isNoneWhereDaysAreUnknown() {
        assertThat(Delta.ofDays(30.0, 40, null, 0)).isNull();
        assertThat(Delta.ofDays(null, 0, 30.0, 40)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2, UP, better, ▲",
        "-2, UP, worse, ▼",
        "2, DOWN, worse, ▲",
        "-2, DOWN, better, ▼",
        "0, UP, same, =",
        "0, DOWN, same, ="
    })
    void judgesByTheDirectionInWhichTheFigureGetsBetter(double change, Direction good, String verdict, String arrow) {
        Delta delta = new Delta(change, Unit.DAYS, false);

        assertThat(delta.judge(good)).isEqualTo(verdict);
        assertThat(delta.arrow()).isEqualTo(arrow);
        assertThat(delta.size()).isEqualTo(Math.abs(change));
    }
}
