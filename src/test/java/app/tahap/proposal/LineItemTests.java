package app.tahap.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineItemTests {

    private static final Currency DOLLAR = Currency.getInstance("USD");

    private static LineTerms terms(String quantity, String price, DiscountKind kind, String discount, String tax) {
        return new LineTerms(
                null,
                "Laptop",
                new BigDecimal(quantity),
                null,
                new BigDecimal(price),
                new BigDecimal("3.33"),
                kind,
                new BigDecimal(discount),
                new BigDecimal(tax),
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_UP, 0.5, 0.05, 0.03",
        "HALF_EVEN, 0.5, 0.05, 0.02",
        "HALF_UP, 0.5, 0.07, 0.04",
        "HALF_EVEN, 0.5, 0.07, 0.04"
    })
    void roundsHalvesAsTheWorkspaceWants(Rounding rounding, String quantity, String price, String gross) {
        LineItem line = LineItem.of(terms(quantity, price, DiscountKind.PERCENT, "0", "0"), DOLLAR, rounding);

        assertThat(line.gross()).isEqualByComparingTo(gross);
    }

    @ParameterizedTest
    @CsvSource({"USD, 10.01", "JPY, 10", "IDR, 10.01", "KWD, 10.011"})
    void roundsToTheMinorUnitOfTheCurrency(String currency, String gross) {
        LineItem line = LineItem.of(
                terms("1.001", "10.001", DiscountKind.PERCENT, "0", "0"),
                Currency.getInstance(currency),
                Rounding.HALF_UP);

        assertThat(line.gross()).isEqualByComparingTo(gross);
    }

    @Test
    void reckonsDiscountThenTax() {
        LineItem line = LineItem.of(terms("3", "33.33", DiscountKind.PERCENT, "10", "11"), DOLLAR, Rounding.HALF_UP);

        assertThat(line.gross()).isEqualByComparingTo("99.99");
        assertThat(line.reduction()).isEqualByComparingTo("10.00");
        assertThat(line.net()).isEqualByComparingTo("89.99");
        assertThat(line.tax()).isEqualByComparingTo("9.90");
        assertThat(line.total()).isEqualByComparingTo("99.89");
    }

    @Test
    void takesOffNoMoreThanTheLine() {
        LineItem line = LineItem.of(terms("1", "10", DiscountKind.AMOUNT, "12", "11"), DOLLAR, Rounding.HALF_UP);

        assertThat(line.net()).isZero();
        assertThat(line.tax()).isZero();
    }

    @Provide
    Arbitrary<LineTerms> lines() {
        Arbitrary<BigDecimal> quantity = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("100000"))
                .ofScale(4);
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000000"))
                .ofScale(2);
        Arbitrary<BigDecimal> percent = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100"))
                .ofScale(3);
        return Combinators.combine(
                        quantity, price, percent, percent, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((q, p, discount, tax, amount, optional) -> new LineTerms(
                        null,
                        "Laptop",
                        q,
                        null,
                        p,
                        p,
                        amount ? DiscountKind.AMOUNT : DiscountKind.PERCENT,
                        discount,
                        tax,
                        optional));
    }

    @Property(tries = 400)
    void losesNoCent(
            @ForAll("lines") LineTerms one,
            @ForAll("lines") LineTerms two,
            @ForAll("lines") LineTerms three,
            @ForAll Rounding rounding,
            @ForAll("currencies") Currency currency) {
        List<LineItem> lines = List.of(one, two, three).stream()
                .map(terms -> LineItem.of(terms, currency, rounding))
                .toList();
        Totals totals = Totals.of(lines, currency);
        BigDecimal shown = lines.stream()
                .filter(line -> !line.optional())
                .map(LineItem::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(totals.total()).isEqualByComparingTo(shown);
        assertThat(totals.gross().subtract(totals.reduction())).isEqualByComparingTo(totals.net());
        lines.forEach(line -> {
            int digits = currency.getDefaultFractionDigits();
            assertThat(line.net()).isEqualByComparingTo(line.gross().subtract(line.reduction()));
            assertThat(line.net().signum()).isNotNegative();
            assertThat(List.of(line.gross(), line.reduction(), line.net(), line.tax()))
                    .allMatch(amount -> amount.stripTrailingZeros().scale() <= digits);
        });
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("USD", "IDR", "JPY", "KWD").map(Currency::getInstance);
    }
}
