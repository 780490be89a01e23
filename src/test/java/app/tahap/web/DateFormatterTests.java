package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatterTests {

    private final DateFormatter formatter = new DateFormatter();

    @Test
    void readsAndWritesDatesAsBrowsersSendThem() throws ParseException {
        LocalDate date = formatter.parse(" 2028-02-29 ", Locale.ENGLISH);

        assertThat(date).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(formatter.print(date, Locale.forLanguageTag("id"))).isEqualTo("2028-02-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-45",
                "2026-02-30",
                "+999999999-12-31",
                "-9999-01-01",
                "0026-05-20",
                "9999-12-31",
                "soon",
                "20/5/2026"
            })
    void refusesDatesOnWhichNobodySells(String text) {
        assertThatThrownBy(() -> formatter.parse(text, Locale.ENGLISH))
                .isInstanceOfAny(ParseException.class, DateTimeException.class);
    }
}
