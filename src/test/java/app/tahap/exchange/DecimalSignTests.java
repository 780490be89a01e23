package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalSignTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT | 1054       | 1054",
                "POINT | 1,234.50   | 1234.50",
                "POINT | 12,34,567  | 1234567",
                "POINT | .5         | 0.5",
                "POINT | 5.         | 5",
                "POINT | 1 234.5    | 1234.5",
                "POINT | 1'234.5    | 1234.5",
                "POINT | -7         | -7",
                "COMMA | 1.234,50   | 1234.50",
                "COMMA | 1.000.000  | 1000000",
                "COMMA | 0,5        | 0.5",
            })
    void readsNumbers(DecimalSign sign, String text, BigDecimal number) {
        assertThat(sign.parse(text).get()).isEqualByComparingTo(number);
    }

    /** A number in the other format must not come out a thousand times too large or too small. */
    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1,50", "1.234,50", "1,2345", "", "-", ".", "1e5", "five", "12%", "1.2.3", "--5"})
    void refusesWhatIsNoNumberInThisFormat(String text) {
        assertThat(DecimalSign.POINT.parse(text)).isEmpty();
    }

    @Test
    @Timeout(5)
    void refusesAtOnceWhatIsTooLong() {
        assertThat(DecimalSign.POINT.parse("1" + ",000".repeat(5000))).isEmpty();
        assertThat(DecimalSign.POINT.parse("1." + "0".repeat(1_000_000))).isEmpty();
    }

    @Test
    void followsTheHabitsOfALanguage() {
        assertThat(DecimalSign.of(Locale.ENGLISH)).isEqualTo(DecimalSign.POINT);
        assertThat(DecimalSign.of(Locale.forLanguageTag("id"))).isEqualTo(DecimalSign.COMMA);
    }
}
