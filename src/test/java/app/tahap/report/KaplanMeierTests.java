package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KaplanMeierTests {

    /**
     * Weeks of remission under 6-mercaptopurine of E. J. Freireich et al., Blood 21 (1963), 699-716; the estimates are those
     * of the textbooks, such as Kleinbaum and Klein, "Survival Analysis", table 2.3.
     */
    private static KaplanMeier remissions() {
        KaplanMeier weeks = new KaplanMeier();
        for (int end : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
            weeks.ended(end, 1);
        }
        for (int end : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
            weeks.running(end, 1);
        }
        return weeks;
    }

    @Test
    void agreesWithThePublishedSurvivalOfLeukemiaRemissions() {
        KaplanMeier weeks = remissions();

        assertThat(weeks.survival(5.9)).isEqualTo(1);
        assertThat(weeks.survival(6)).isCloseTo(0.8571, within(0.00005));
        assertThat(weeks.survival(7)).isCloseTo(0.8067, within(0.00005));
        assertThat(weeks.survival(10)).isCloseTo(0.7529, within(0.00005));
        assertThat(weeks.survival(13)).isCloseTo(0.6902, within(0.00005));
        assertThat(weeks.survival(16)).isCloseTo(0.6275, within(0.00005));
        assertThat(weeks.survival(22)).isCloseTo(0.5378, within(0.00005));
        assertThat(weeks.survival(40)).isCloseTo(0.4482, within(0.00005));
    }

    @Test
    void findsTheMedianAmongWhatStillRuns() {
        assertThat(remissions().quantile(0.5)).isEqualTo(23);
        assertThat(remissions().count()).isEqualTo(21);
        assertThat(remissions().countRunning()).isEqualTo(12);
    }

    @Test
    void doesNotKnowAQuantileThatTooFewHaveReached() {
        assertThat(remissions().quantile(0.8)).isNull();
        assertThat(new KaplanMeier().running(9, 4).quantile(0.5)).isNull();
        assertThat(new KaplanMeier().quantile(0.5)).isNull();
    }

    @Test
    void isThePlainQuantileWhereAllHasEnded() {
        KaplanMeier days = new KaplanMeier();
        for (int day = 1; day <= 10; day++) {
            days.ended(day, 1);
        }

        assertThat(days.quantile(0.5)).isEqualTo(5);
        assertThat(days.quantile(0.8)).isEqualTo(8);
    }

    @Test
    void isLongerThanTheMedianOfWhatEnded() {
        KaplanMeier days = new KaplanMeier().ended(2, 2).ended(4, 1).running(30, 3);

        assertThat(days.quantile(0.5)).isEqualTo(4);
    }

    @Test
    void countsTiesAtOnce() {
        KaplanMeier days = new KaplanMeier().ended(3, 40).running(3, 10).ended(8, 50);

        assertThat(days.survival(3)).isCloseTo(0.6, within(1e-12));
        assertThat(days.survival(8)).isZero();
    }
}
