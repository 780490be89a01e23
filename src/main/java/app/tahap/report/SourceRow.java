package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.Outcome;
import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the deals of a source or a campaign that were created in a period, and what it cost in that period.
 *
 * @param name null where the deals have none
 * @param dropped lost or disqualified
 * @param conversion the won ones of those that are decided
 * @param value of the won ones, each at the rate of its closing
 * @param cost null where costs cannot be held against these deals
 */
public record SourceRow(
        @Nullable String name,
        DealCount created,
        DealCount won,
        DealCount dropped,
        DealCount undecided,
        Proportion conversion,
        ClosedValue value,
        @Nullable MoneyTotal cost) {

    static final Comparator<SourceRow> ORDER = Comparator.comparing(
                    (SourceRow row) -> -row.created().count())
            .thenComparing(row -> row.name() == null ? "" : row.name(), String.CASE_INSENSITIVE_ORDER);

    /** Of the base currency; what is shown rounds further. */
    private static final int DECIMALS = 4;

    static SourceRow of(
            @Nullable String name,
            List<SourceFigures.Deals> deals,
            @Nullable List<SourceFigures.Cost> costs,
            DealCriteria criteria,
            Currency base) {
        long won = count(deals, Outcome.WON);
        long dropped = count(deals, Outcome.LOST, Outcome.DISQUALIFIED);
        long open = count(deals, Outcome.OPEN);
        ClosedValue value = new ClosedValue(new Money(BigDecimal.ZERO, base), 0, 0, 0);
        for (SourceFigures.Deals row : deals) {
            value = row.outcome() == Outcome.WON
                    ? value.plus(row.value(), row.deals(), row.valued(), row.withoutAmount())
                    : value;
        }
        return new SourceRow(
                name,
                new DealCount(won + dropped + open, criteria),
                new DealCount(won, criteria.but().outcome(Outcome.WON).build()),
                new DealCount(
                        dropped,
                        criteria.but()
                                .outcome(Outcome.LOST, Outcome.DISQUALIFIED)
                                .build()),
                new DealCount(open, criteria.but().outcome(Outcome.OPEN).build()),
                new Proportion(won, won + dropped),
                value,
                costs == null ? null : total(costs, base));
    }

    private static long count(List<SourceFigures.Deals> deals, Outcome... outcomes) {
        return deals.stream()
                .filter(row -> List.of(outcomes).contains(row.outcome()))
                .mapToLong(SourceFigures.Deals::deals)
                .sum();
    }

    private static MoneyTotal total(List<SourceFigures.Cost> costs, Currency base) {
        MoneyTotal total = MoneyTotal.zero(base);
        for (SourceFigures.Cost cost : costs) {
            total = total.plus(new Money(cost.valued(), base), BigDecimal.ONE, null);
            if (cost.unvalued() != null) {
                total = total.plus(new Money(cost.unvalued(), cost.currency()), null, null);
            }
        }
        return total;
    }

    /** All that was spent, in the base currency; null where nothing was entered, or not all of it has a rate. */
    private @Nullable BigDecimal spent() {
        return cost == null
                        || !cost.unvalued().isEmpty()
                        || cost.base().amount().signum() == 0
                ? null
                : cost.base().amount();
    }

    public boolean isCostKnown() {
        return cost != null
                && (cost.base().amount().signum() > 0 || !cost.unvalued().isEmpty());
    }

    public @Nullable BigDecimal costPerDeal() {
        return perDeal(created.count());
    }

    public @Nullable BigDecimal costPerWon() {
        return perDeal(won.count());
    }

    private @Nullable BigDecimal perDeal(long deals) {
        BigDecimal spent = spent();
        return spent == null || deals == 0
                ? null
                : spent.divide(BigDecimal.valueOf(deals), DECIMALS, RoundingMode.HALF_EVEN);
    }

    /**
     * What was won beyond the cost, as a share of the cost; null where the worth of a won deal or the cost is not known.
     */
    public @Nullable BigDecimal yield() {
        BigDecimal spent = spent();
        return spent == null || value.valued() < value.deals()
                ? null
                : value.sum().amount().subtract(spent).divide(spent, MathContext.DECIMAL64);
    }
}
