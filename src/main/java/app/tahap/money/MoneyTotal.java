package app.tahap.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
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
            List<Money> more = new ArrayList<>(unvalued);
            more.add(sum);
            return new MoneyTotal(base, List.copyOf(more), this.ratesOf);
        }
        Money sumInBase = new Money(base.amount().add(sum.amount().multiply(rate)), base.currency());
        return new MoneyTotal(sumInBase, unvalued, older(this.ratesOf, ratesOf));
    }

    /** This total times a factor, such as a probability. */
    public MoneyTotal times(BigDecimal factor) {
        List<Money> scaled =
                unvalued.stream().map(money -> scale(money, factor)).toList();
        return new MoneyTotal(scale(base, factor), scaled, ratesOf);
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
