package app.tahap.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTotalTests {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final MoneyTotal zero = MoneyTotal.zero(Currency.getInstance("USD"));

    @Test
    void addsAmountsOfTheBaseCurrencyWithoutSpeakingOfRates() {
        MoneyTotal total = zero.plus(money("1000", "USD"), BigDecimal.ONE, null)
                .plus(money("500.50", "USD"), BigDecimal.ONE, null);

        assertThat(total.base()).isEqualTo(money("1500.50", "USD"));
        assertThat(total.unvalued()).isEmpty();
        assertThat(total.ratesOf()).isNull();
    }

    @Test
    void valuesOtherCurrenciesAndNamesTheOldestRate() {
        MoneyTotal total = zero.plus(money("1000", "EUR"), new BigDecimal("1.1"), APRIL)
                .plus(money("1000", "SGD"), new BigDecimal("0.75"), MARCH)
                .plus(money("1", "USD"), BigDecimal.ONE, null);

        assertThat(total.base().amount()).isEqualByComparingTo("1851");
        assertThat(total.ratesOf()).isEqualTo(MARCH);
    }

    @Test
    void neverAddsACurrencyWithoutARateToTheBase() {
        MoneyTotal total = zero.plus(money("1000", "USD"), BigDecimal.ONE, null)
                .plus(money("7000", "JPY"), null, null)
                .plus(money("3", "KWD"), null, null);

        assertThat(total.base()).isEqualTo(money("1000", "USD"));
        assertThat(total.unvalued()).containsExactly(money("7000", "JPY"), money("3", "KWD"));
    }

    @Test
    void givesOneTotalForEachCurrencyWithoutARate() {
        MoneyTotal total = zero.plus(money("7000", "JPY"), null, null)
                .plus(money("3", "KWD"), null, null)
                .plus(money("500", "JPY"), null, null);

        assertThat(total.unvalued()).containsExactly(money("7500", "JPY"), money("3", "KWD"));
    }

    @Test
    void weighsEveryPart() {
        MoneyTotal half = zero.plus(money("1000", "EUR"), new BigDecimal("1.1"), APRIL)
                .plus(money("7000", "JPY"), null, null)
                .times(new BigDecimal("0.5"));

        assertThat(half.base().amount()).isEqualByComparingTo("550");
        assertThat(half.unvalued()).hasSize(1);
        assertThat(half.unvalued().get(0).amount()).isEqualByComparingTo("3500");
        assertThat(half.ratesOf()).isEqualTo(APRIL);
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
