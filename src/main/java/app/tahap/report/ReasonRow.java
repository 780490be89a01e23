package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import app.tahap.money.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many deals of the period were lost for a reason.
 *
 * @param reason null where none was told
 * @param share of all lost deals of the period
 * @param value what those with an amount and a rate were worth
 */
public record ReasonRow(@Nullable String reason, DealCount lost, Proportion share, long earlier, Money value) {

    static List<ReasonRow> of(ReportData data, Scope scope) {
        Map<@Nullable Long, Counts> byReason = new HashMap<>();
        data.closed().stream().filter(row -> row.outcome() == Outcome.LOST).forEach(row -> byReason.computeIfAbsent(
                        row.reasonId(), id -> new Counts())
                .add(row));
        long all = byReason.values().stream().mapToLong(counts -> counts.now).sum();
        return byReason.entrySet().stream()
                .filter(entry -> entry.getValue().now > 0)
                .map(entry -> entry.getValue().row(entry.getKey(), all, data, scope))
                .sorted(Comparator.comparing((ReasonRow row) -> -row.lost().count())
                        .thenComparing(row -> row.reason() == null ? "" : row.reason()))
                .toList();
    }

    private static final class Counts {

        private long now;
        private long earlier;
        private BigDecimal value = BigDecimal.ZERO;

        void add(ClosedDeals.Row row) {
            if (row.which() == Which.CURRENT) {
                now += row.deals();
                value = value.add(row.value());
            } else {
                earlier += row.deals();
            }
        }

        ReasonRow row(@Nullable Long id, long all, ReportData data, Scope scope) {
            DealCriteria lost = scope.closed(scope.period(), Outcome.LOST);
            DealCriteria ofReason = id == null
                    ? lost.but().and(DealTrait.WITHOUT_REASON).build()
                    : lost.but().reason(id).build();
            return new ReasonRow(
                    id == null ? null : data.names().reasons().get(id),
                    new DealCount(now, ofReason),
                    new Proportion(now, all),
                    earlier,
                    new Money(value, scope.viewer().baseCurrency()));
        }
    }
}
