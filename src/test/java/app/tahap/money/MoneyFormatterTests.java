package app.tahap.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyFormatterTests {

    private final MoneyFormatter formatter = new MoneyFormatter();

    @ParameterizedTest
    @CsvSource({
        "1500, USD, '$1,500', 'US$1.500'",
        "1500.5, USD, '$1,500.50', 'US$1.500,50'",
        "1500.5000, EUR, '€1,500.50', '€1.500,50'",
        "1500000, IDR, 'IDR 1,500,000', 'Rp 1.500.000'",
        "1500, JPY, '¥1,500', 'JP¥1.500'",
        "0, USD, '$0', 'US$0'",
        "1.125, KWD, 'KWD 1.125', 'KWD 1,125'",
        "-20, USD, '−$20', '−US$20'"
    })
    void writesMoneyAsTheLanguageDoes(BigDecimal amount, String currency, String english, String indonesian) {
        Money money = new Money(amount, currency);

        assertThat(plainSpaces(formatter.print(money, Locale.ENGLISH))).isEqualTo(english);
        assertThat(plainSpaces(formatter.print(money, Locale.forLanguageTag("id"))))
                .isEqualTo(indonesian);
    }

    @Test
    void roundsToTheDigitsThatTheCurrencyHas() {
        assertThat(formatter.print(new Money(new BigDecimal("10.006"), "USD"), Locale.ENGLISH))
                .isEqualTo("$10.01");
        assertThat(formatter.print(new Money(new BigDecimal("99.6"), "JPY"), Locale.ENGLISH))
                .isEqualTo("¥100");
    }

    @Test
    void readsNoMoneyFromOneText() {
        assertThatThrownBy(() -> formatter.parse("$5", Locale.ENGLISH)).isInstanceOf(ParseException.class);
    }

    @Test
    void knowsNoMoneyWithoutAnAmount() {
        assertThat(Money.ofNullable(null, "USD")).isNull();
        assertThat(Money.ofNullable(BigDecimal.ZERO, "USD")).isEqualTo(new Money(BigDecimal.ZERO, "USD"));
    }

    private static String plainSpaces(String text) {
        return text.replace('\u00A0', ' ');
    }
}
