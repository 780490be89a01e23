package app.tahap.report;

import app.tahap.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What some closed deals were worth, each at the rate of its closing.
 *
 * @param sum of those with an amount and a rate
 * @param deals all of them
 * @param valued how many have an amount and a rate
 * @param withoutAmount how many have no amount
 */
public record ClosedValue(Money sum, long deals, long valued, long withoutAmount) {

    /** Null where no deal's worth is known, which is not nothing; but no deals are worth nothing. */
    public @Nullable Money known() {
        return valued == 0 && deals > 0 ? null : sum;
    }

    /** How many have an amount in a currency that had no rate. */
    public long withoutRate() {
        return deals - valued - withoutAmount;
    }

    ClosedValue plus(BigDecimal value, long moreDeals, long moreValued, long moreWithoutAmount) {
        return new ClosedValue(
                new Money(sum.amount().add(value), sum.currency()),
                deals + moreDeals,
                valued + moreValued,
                withoutAmount + moreWithoutAmount);
    }

    static ClosedValue none(Scope scope) {
        return new ClosedValue(new Money(BigDecimal.ZERO, scope.viewer().baseCurrency()), 0, 0, 0);
    }
}
