package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
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
 */
public record ReasonRow(@Nullable String reason, DealCount lost, Proportion share, long earlier, ClosedValue value) {

    static List<ReasonRow> of(ReportData data, Scope scope) {
        Map<@Nullable Long, Counts> byReason = new HashMap<>();
        data.closed().stream().filter(row -> row.outcome() == Outcome.LOST).forEach(row -> byReason.computeIfAbsent(
                        row.reasonId(), id -> new Counts(scope))
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
        private ClosedValue value;

        Counts(Scope scope) {
            value = ClosedValue.none(scope);
        }

        void add(ClosedDeals.Row row) {
            if (row.which() == Which.CURRENT) {
                now += row.deals();
                value = row.addTo(value);
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
                    value);
        }
    }
}
