package app.tahap.report;

import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What some open deals come to. */
record OpenTotals(
        long deals, long parked, long withoutAmount, long rotting, long slow, MoneyTotal value, MoneyTotal slowValue) {

    static OpenTotals of(List<OpenDeals.Row> rows, Scope scope) {
        MoneyTotal nothing = MoneyTotal.zero(scope.viewer().baseCurrency());
        OpenTotals totals = new OpenTotals(0, 0, 0, 0, 0, nothing, nothing);
        for (OpenDeals.Row row : rows) {
            totals = totals.plus(row);
        }
        return totals;
    }

    /** Whether the worth of any deal is known, or there is none. */
    boolean isValueKnown() {
        return deals == 0 || withoutAmount < deals;
    }

    private OpenTotals plus(OpenDeals.Row row) {
        return new OpenTotals(
                deals + row.deals(),
                parked + row.parked(),
                withoutAmount + row.withoutAmount(),
                rotting + row.rotting(),
                slow + row.slow(),
                plus(value, Money.ofNullable(row.amount(), row.currency()), row),
                plus(slowValue, Money.ofNullable(row.slowAmount(), row.currency()), row));
    }

    private static MoneyTotal plus(MoneyTotal total, @Nullable Money sum, OpenDeals.Row row) {
        return sum == null ? total : total.plus(sum, row.rate(), row.validFrom());
    }
}
