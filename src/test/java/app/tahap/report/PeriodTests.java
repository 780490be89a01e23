package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    @ParameterizedTest
    @CsvSource({
        "THIS_MONTH, 1, 2026-05-01, 2026-06-01",
        "LAST_MONTH, 1, 2026-04-01, 2026-05-01",
        "THIS_QUARTER, 1, 2026-04-01, 2026-07-01",
        "LAST_QUARTER, 1, 2026-01-01, 2026-04-01",
        "THIS_YEAR, 1, 2026-01-01, 2027-01-01",
        "LAST_YEAR, 1, 2025-01-01, 2026-01-01",
        "THIS_QUARTER, 2, 2026-05-01, 2026-08-01",
        "LAST_QUARTER, 3, 2025-12-01, 2026-03-01",
        "THIS_QUARTER, 12, 2026-03-01, 2026-06-01",
        "THIS_YEAR, 7, 2025-07-01, 2026-07-01",
        "THIS_YEAR, 5, 2026-05-01, 2027-05-01",
        "LAST_YEAR, 6, 2024-06-01, 2025-06-01"
    })
    void followsTheFiscalYear(PeriodChoice choice, int fiscalYearStart, LocalDate start, LocalDate end) {
        Period period = choice.on(TODAY, fiscalYearStart);

        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
    }

    @Test
    void comparesARunningPeriodUpToTheSameDayNumber() {
        Period quarter = PeriodChoice.THIS_QUARTER.on(TODAY, 1);

        Period earlier = quarter.earlier(TODAY);

        assertThat(earlier.start()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(earlier.last()).isEqualTo(LocalDate.of(2026, 2, 19)); // both are the 50th day
    }

    @Test
    void neverComparesWithDaysOfThePeriodItself() {
        LocalDate lastOfMarch = LocalDate.of(2026, 3, 31);

        Period february = PeriodChoice.THIS_MONTH.on(lastOfMarch, 1).earlier(lastOfMarch);

        assertThat(february.start()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(february.end()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void comparesAPeriodThatIsOverWithAllOfTheOneBefore() {
        Period earlier = PeriodChoice.LAST_QUARTER.on(TODAY, 1).earlier(TODAY);

        assertThat(earlier.start()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(earlier.end()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void comparesCustomDatesWithAsManyDaysBefore() {
        Period tenDays = Period.between(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 20));

        assertThat(tenDays.earlier(TODAY).start()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(tenDays.earlier(TODAY).last()).isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Test
    void hasDaysOfUnlikeLengthWhereClocksChange() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Period clocksForward = Period.between(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 8));
        Period clocksBack = Period.between(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1));

        assertThat(Duration.between(clocksForward.from(newYork), clocksForward.until(newYork)))
                .isEqualTo(Duration.ofHours(23));
        assertThat(Duration.between(clocksBack.from(newYork), clocksBack.until(newYork)))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void leavesNoGapToTheNextPeriod() {
        ZoneId jakarta = ZoneId.of("Asia/Jakarta");

        assertThat(PeriodChoice.LAST_MONTH.on(TODAY, 1).until(jakarta))
                .isEqualTo(PeriodChoice.THIS_MONTH.on(TODAY, 1).from(jakarta));
    }

    @Test
    void refusesDatesInTheWrongOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.between(TODAY, TODAY.minusDays(1)));
    }
}
