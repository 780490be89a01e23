package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShowTests {

    private static final Instant LATE_IN_LONDON = Instant.parse("2026-05-20T20:05:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final Show english = new Show(Locale.ENGLISH);
    private final Show indonesian = new Show(Locale.forLanguageTag("id"));

    @Test
    void namesTheMonthAfterTheDay() {
        assertThat(english.date(LocalDate.of(2026, 5, 20))).isEqualTo("20 May 2026");
        assertThat(indonesian.date(LocalDate.of(2026, 5, 20))).isEqualTo("20 Mei 2026");
    }

    @Test
    void datesAnInstantByTheWorkspacesCalendar() {
        assertThat(indonesian.date(LATE_IN_LONDON, JAKARTA)).isEqualTo("21 Mei 2026");
        assertThat(Show.isoDate(LATE_IN_LONDON, JAKARTA)).isEqualTo("2026-05-21");
    }

    @Test
    void writesTimesOfTwentyFourHours() {
        assertThat(english.dateTime(LATE_IN_LONDON, JAKARTA)).isEqualTo("21 May 2026, 03:05");
        assertThat(english.time(Instant.parse("2026-05-20T13:05:00Z"), JAKARTA)).isEqualTo("20:05");
        assertThat(indonesian.dateTime(LATE_IN_LONDON, JAKARTA)).isEqualTo("21 Mei 2026, 03.05");
    }

    @Test
    void writesMonthsNumbersAndSharesAsTheLanguageDoes() {
        assertThat(english.month(YearMonth.of(2026, 5))).isEqualTo("May 2026");
        assertThat(indonesian.month(YearMonth.of(2026, 5))).isEqualTo("Mei 2026");
        assertThat(english.number(1500.5)).isEqualTo("1,500.5");
        assertThat(indonesian.number(1500.5)).isEqualTo("1.500,5");
        assertThat(english.percent(new BigDecimal("0.3456"))).isEqualTo("34.6%");
        assertThat(indonesian.percent(1)).isEqualTo("100%");
    }

    @Test
    void showsNothingForNothing() {
        assertThat(english.date(null)).isEmpty();
        assertThat(english.date(null, JAKARTA)).isEmpty();
        assertThat(english.dateTime(null, JAKARTA)).isEmpty();
        assertThat(english.number(null)).isEmpty();
        assertThat(english.percent(null)).isEmpty();
        assertThat(Show.isoDate(null, JAKARTA)).isEmpty();
    }
}
