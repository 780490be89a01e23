package app.tahap.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A total over amounts of several currencies, which are never added as they are.
 *
 * @param base what could be valued in the base currency
 * @param unvalued one total for each currency without a known rate
 * @param ratesOf the date of the oldest rate used; null where all amounts were in the base currency
 */
public record MoneyTotal(
        Money base, List<Money> unvalued, @Nullable LocalDate ratesOf) {

    public static MoneyTotal zero(Currency base) {
        return new MoneyTotal(new Money(BigDecimal.ZERO, base), List.of(), null);
    }

    /**
     * This total and another sum.
     *
     * @param rate what one unit of the currency is worth in the base currency; null where unknown
     * @param ratesOf since when that rate is in force; null for the base currency itself
     */
    public MoneyTotal plus(Money sum, @Nullable BigDecimal rate, @Nullable LocalDate ratesOf) {
        if (rate == null) {
            return new MoneyTotal(base, withUnvalued(sum), this.ratesOf);
        }
        Money sumInBase = new Money(base.amount().add(sum.amount().multiply(rate)), base.currency());
        return new MoneyTotal(sumInBase, unvalued, older(this.ratesOf, ratesOf));
    }

    /** Whether there are amounts, but none of them has a known rate. */
    public boolean lacksRates() {
        return base.amount().signum() == 0 && !unvalued.isEmpty();
    }

    /** The sum of two totals. */
    public MoneyTotal plus(MoneyTotal other) {
        MoneyTotal sum = plus(other.base, BigDecimal.ONE, null);
        for (Money money : other.unvalued) {
            sum = sum.plus(money, null, null);
        }
        return new MoneyTotal(sum.base, sum.unvalued, older(ratesOf, other.ratesOf));
    }

    /** This total times a factor, such as a probability. */
    public MoneyTotal times(BigDecimal factor) {
        List<Money> scaled =
                unvalued.stream().map(money -> scale(money, factor)).toList();
        return new MoneyTotal(scale(base, factor), scaled, ratesOf);
    }

    private List<Money> withUnvalued(Money sum) {
        Map<Currency, BigDecimal> totals = new LinkedHashMap<>();
        unvalued.forEach(money -> totals.put(money.currency(), money.amount()));
        totals.merge(sum.currency(), sum.amount(), BigDecimal::add);
        return totals.entrySet().stream()
                .map(total -> new Money(total.getValue(), total.getKey()))
                .toList();
    }

    private static Money scale(Money money, BigDecimal factor) {
        return new Money(money.amount().multiply(factor), money.currency());
    }

    private static @Nullable LocalDate older(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
