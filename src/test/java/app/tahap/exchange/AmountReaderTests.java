package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountReaderTests {

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "Rp 5.000, IDR",
        "Rp5.000, IDR",
        "IDR 5.000, IDR",
        "5.000 IDR, IDR",
        "$5.000, USD",
        "US$ 5.000, USD",
        "€5.000, EUR"
    })
    void passesOverTheSignOfTheAmountsOwnCurrency(String text, String currency) {
        assertThat(read(text, currency, false)).isEqualByComparingTo("5000");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Rp 5.000, USD", "€5.000, USD", "USD 5.000, IDR"})
    void refusesTheSignOfAnotherCurrency(String text, String currency) {
        read(text, currency, false);

        assertThat(problems).containsExactly(Problem.of("amount", text));
    }

    @Test
    void takesZeroForUnknownOnlyWhenToldSo() {
        assertThat(read("0", "USD", false)).isEqualByComparingTo("0");
        assertThat(warnings).isEmpty();
        assertThat(read("0,00", "USD", true)).isNull();
        assertThat(warnings).containsExactly("zero");
    }

    @Test
    void refusesNegativeAndAbsurdAmounts() {
        read("-5", "USD", false);
        read("1000000000000000", "USD", false);

        assertThat(problems)
                .containsExactly(Problem.of("amount.negative", "-5"), Problem.of("amount.large", "1000000000000000"));
    }

    @Test
    void roundsAwayTheNoiseOfOtherSystemsArithmetic() {
        assertThat(read("1234,560000001", "USD", false)).isEqualTo(new BigDecimal("1234.5600"));
    }

    @Test
    void knowsTheCurrenciesThatPeoplePayWith() {
        assertThat(AmountReader.currency("idr")).contains(Currency.getInstance("IDR"));
        assertThat(AmountReader.currency("RPX")).isEmpty();
        assertThat(AmountReader.currency("DEM")).isEmpty();
    }

    private @Nullable BigDecimal read(String text, String currency, boolean zeroIsUnknown) {
        return new AmountReader(DecimalSign.COMMA, zeroIsUnknown)
                .read(text, Currency.getInstance(currency), problems, warnings);
    }
}
