package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateOrderTests {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @ParameterizedTest
    @CsvSource({
        "DMY, 3/4/2017, 2017-04-03",
        "MDY, 3/4/2017, 2017-03-04",
        "DMY, 03.04.2017, 2017-04-03",
        "DMY, 3-4-17, 2017-04-03",
        "MDY, 10/20/2016, 2016-10-20",
        "YMD, 17/03/04, 2017-03-04",
        "DMY, 31/12/99, 1999-12-31",
    })
    void readsTheOrderThatWasChosen(DateOrder order, String text, LocalDate date) {
        assertThat(order.parse(text, JAKARTA)).map(Moment::date).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-03-04",
                "2017/3/4",
                "20170304",
                "4 Mar 2017",
                "4-Mar-17",
                "March 4, 2017",
                "4 Maret 2017",
                "2017 Mar 4",
                "2017-03-04 23:59",
            })
    void readsWhatCanBeMeantInOneWayOnly(String text) {
        for (DateOrder order : DateOrder.values()) {
            assertThat(order.parse(text, JAKARTA)).map(Moment::date).contains(LocalDate.of(2017, 3, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14 Mei 2024", "14 May 2024"})
    void knowsTheMonthsOfBothLanguages(String text) {
        assertThat(DateOrder.DMY.parse(text, JAKARTA)).map(Moment::date).contains(LocalDate.of(2024, 5, 14));
    }

    @Test
    void beginsADateWithoutTimeWithTheDayOfTheWorkspace() {
        assertThat(DateOrder.YMD.parse("2017-03-04", JAKARTA))
                .map(Moment::at)
                .contains(Instant.parse("2017-03-03T17:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03-04 09:30, 2017-03-04T02:30:00Z",
        "2017-03-04T09:30:15.123, 2017-03-04T02:30:15Z",
        "2017-03-04T09:30:00Z, 2017-03-04T09:30:00Z",
        "2017-03-04T09:30:00.000+0000, 2017-03-04T09:30:00Z",
        "2017-03-04 09:30+02, 2017-03-04T07:30:00Z",
        "2017-03-04 9:30 PM, 2017-03-04T14:30:00Z",
        "2017-03-04 12:05 am, 2017-03-03T17:05:00Z",
        "2017-03-04 14.30, 2017-03-04T07:30:00Z",
    })
    void readsTimes(String text, Instant at) {
        assertThat(DateOrder.YMD.parse(text, JAKARTA)).map(Moment::at).contains(at);
    }

    @Test
    void datesATimeWithAnOffsetByTheWorkspace() {
        assertThat(DateOrder.YMD.parse("2017-03-04T20:00:00Z", JAKARTA))
                .map(Moment::date)
                .contains(LocalDate.of(2017, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "31/02/2017",
                "2017-02-29",
                "10/20/2016",
                "1/2",
                "1/2/3/4",
                "2017-03-04 25:00",
                "12.345.678",
                "3/4/217",
                "2017-03-04 09:30 Mars/Base",
                "4 Foo 2017",
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(DateOrder.DMY.parse(text, JAKARTA)).isEmpty();
    }

    @Test
    @Timeout(5)
    void refusesAtOnceWhatIsTooLong() {
        assertThat(DateOrder.DMY.parse("1" + ", ".repeat(300_000) + "x", JAKARTA))
                .isEmpty();
    }
}
