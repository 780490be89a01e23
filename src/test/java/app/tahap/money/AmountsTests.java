package app.tahap.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1500            | 1500
                    1500.5          | 1500.5
                    1500,5          | 1500.5
                    1,500.50        | 1500.50
                    1.500,50        | 1500.50
                    1.500.000,50    | 1500000.50
                    1,500,000.50    | 1500000.50
                    1.500.000       | 1500000
                    12,34,567       | 1234567
                    1 500 000,5     | 1500000.5
                    1'500'000.5     | 1500000.5
                    0,125           | 0.125
                    0.125           | 0.125
                    1500.125        | 1500.125
                    5.              | 5
                    007             | 7
                    -5              | -5
                    99999999999999999999999999999999999999 | 99999999999999999999999999999999999999
                    """)
    void readsWhatIsMeantInEveryLanguage(String text, BigDecimal amount) {
        assertThat(Amounts.parse(text, Locale.ENGLISH).orElseThrow()).isEqualByComparingTo(amount);
        assertThat(Amounts.parse(text, INDONESIAN).orElseThrow()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"'1,500', 1500, 1.5", "'1.500', 1.5, 1500", "'150.000', 150, 150000", "'150,000', 150000, 150"})
    void leavesTheMeaningOfThreeDigitsToTheLanguage(String text, BigDecimal english, BigDecimal indonesian) {
        assertThat(Amounts.parse(text, Locale.ENGLISH).orElseThrow()).isEqualByComparingTo(english);
        assertThat(Amounts.parse(text, INDONESIAN).orElseThrow()).isEqualByComparingTo(indonesian);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                ",5",
                "abc",
                "1e30",
                "1.5.0",
                "1,,5",
                "1.500,000.50",
                "1,500.000,50",
                "1.50.00",
                "0.500.000",
                "12abc",
                "$5",
                "--5",
                "5-",
                "٣",
                "1,5 jt",
                "NaN",
                "Infinity"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(Amounts.parse(text, Locale.ENGLISH)).isEmpty();
        assertThat(Amounts.parse(text, INDONESIAN)).isEmpty();
    }

    /** Reading these took minutes, or more stack than there is. */
    @ParameterizedTest
    @MethodSource
    @Timeout(5)
    void refusesAtOnceWhatIsTooLong(String text) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, INDONESIAN}) {
            assertThat(Amounts.parse(text, locale)).isEmpty();
            assertThat(Amounts.parse(text, Currency.getInstance("IDR"), locale)).isEmpty();
        }
    }

    static List<String> refusesAtOnceWhatIsTooLong() {
        return List.of(
                "1" + ",000".repeat(5000),
                "1." + "0".repeat(1_000_000),
                "9".repeat(1_000_000),
                "1" + " ".repeat(300_000) + "x");
    }

    @Test
    void dropsTheZerosThatEndAFraction() {
        assertThat(Amounts.parse("1500." + "0".repeat(90), Locale.ENGLISH)).contains(new BigDecimal("1500"));
        assertThat(Amounts.parse("1500.50", Locale.ENGLISH)).contains(new BigDecimal("1500.5"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    IDR | Rp 250.000.000
                    IDR | Rp250.000.000,00
                    IDR | rp. 250.000.000
                    IDR | IDR\u00A0250.000.000
                    IDR | 250.000.000 idr
                    IDR | 250 000 000Rp
                    USD | $250,000,000
                    USD | US$\u00A0250.000.000,00
                    USD | $ 250,000,000.00
                    USD | 250,000,000 USD
                    EUR | 250.000.000\u202F€
                    EUR | € 250,000,000.
                    """)
    void readsAnAmountWithTheMarkOfItsCurrency(String currency, String text) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, INDONESIAN}) {
            assertThat(Amounts.parse(text, Currency.getInstance(currency), locale)
                            .orElseThrow())
                    .isEqualByComparingTo("250000000");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IDR, $5",
        "USD, Rp 5",
        "USD, A$5",
        "USD, 5 IDR",
        "USD, $",
        "USD, $$5",
        "USD, 5$5",
        "USD, $5 USD",
        "AUD, $5"
    })
    void refusesTheMarkOfAnotherCurrency(String currency, String text) {
        assertThat(Amounts.parse(text, Currency.getInstance(currency), Locale.ENGLISH))
                .isEmpty();
        assertThat(Amounts.parse(text, Currency.getInstance(currency), INDONESIAN))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"IDR, 250000000", "USD, 1000", "USD, 1500.5", "USD, -5", "EUR, 1234567.89", "AUD, 12", "JPY, 5000"})
    void readsBackWhatPagesShow(String currency, BigDecimal amount) {
        Currency own = Currency.getInstance(currency);
        for (Locale locale : new Locale[] {Locale.ENGLISH, INDONESIAN}) {
            String shown = new MoneyFormatter().print(new Money(amount, own), locale);
            assertThat(Amounts.parse(shown, own, locale)).as(shown).isPresent();
            assertThat(Amounts.parse(shown, own, locale).orElseThrow()).isEqualByComparingTo(amount);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id | 12,5 jt      | 12500000
                    id | 500 rb       | 500000
                    id | 500rb        | 500000
                    id | 2 m          | 2000000000
                    id | 1,5 M        | 1500000000
                    id | 1.250.000 rb | 1250000000
                    id | Rp 12,5 juta | 12500000
                    id | 3 triliun    | 3000000000000
                    id | 750k         | 750000
                    id | 1.5 jt       | 1500000
                    en | 12.5k        | 12500
                    en | 12,5k        | 12500
                    en | 1.2m         | 1200000
                    en | 1.2 M        | 1200000
                    en | 3 million    | 3000000
                    en | 2bn          | 2000000000
                    en | IDR 2.5m     | 2500000
                    en | -4k          | -4000
                    """)
    void readsAmountsAsTheyAreShortenedInTheLanguage(String language, String text, BigDecimal amount) {
        assertThat(Amounts.parse(text, Currency.getInstance("IDR"), Locale.forLanguageTag(language))
                        .orElseThrow())
                .isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id | 1.500 jt
                    id | 1,500 jt
                    id | jt
                    id | 12 mio
                    id | 12 jt 500
                    id | 12 jt rb
                    en | 1,500k
                    en | 1.500m
                    en | 12 jt
                    en | k
                    en | 12kk
                    en | 1.2.3m
                    """)
    void refusesShortenedAmountsThatMayMeanSomethingElse(String language, String text) {
        assertThat(Amounts.parse(text, Currency.getInstance("IDR"), Locale.forLanguageTag(language)))
                .isEmpty();
    }

    @Test
    void ignoresTheSpacesThatNumbersArePastedWith() {
        assertThat(Amounts.parse(" 1\u00A0500\u202F000 ", Locale.ENGLISH).orElseThrow())
                .isEqualByComparingTo("1500000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.125", "1.125", "1500.5", "1500.1234", "1500000", "999999999999999.9999"})
    void readsBackWhatAFormShows(BigDecimal amount) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, INDONESIAN}) {
            NumberFormat shown = NumberFormat.getNumberInstance(locale);
            shown.setMaximumFractionDigits(4);
            assertThat(Amounts.parse(shown.format(amount), locale).orElseThrow())
                    .isEqualByComparingTo(amount);
        }
    }
}
