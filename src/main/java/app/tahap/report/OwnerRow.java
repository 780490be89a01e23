package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.Outcome;
import app.tahap.money.MoneyTotal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody closed in the period, as owner at the closing, and owns that is open now. In the order of names: a rank by
 * win rate would mostly be a rank by chance.
 */
public record OwnerRow(
        String name,
        DealCount won,
        DealCount lost,
        Proportion winRate,
        ClosedValue value,
        DealCount open,
        MoneyTotal openValue,
        boolean isOpenValueKnown) {

    static List<OwnerRow> of(ReportData data, Scope scope) {
        Set<Long> owners = new TreeSet<>();
        data.closed().stream().filter(row -> row.which() == Which.CURRENT).forEach(row -> owners.add(row.ownerId()));
        data.open().forEach(row -> owners.add(row.ownerId()));
        return owners.stream()
                .map(id -> of(id, data, scope))
                .sorted(Comparator.comparing(OwnerRow::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static OwnerRow of(long id, ReportData data, Scope scope) {
        List<ClosedDeals.Row> closed = data.closed().stream()
                .filter(row -> row.which() == Which.CURRENT && row.ownerId() == id)
                .toList();
        OpenTotals open = OpenTotals.of(
                data.open().stream().filter(row -> row.ownerId() == id).toList(), scope);
        long won = count(closed, Outcome.WON);
        long lost = count(closed, Outcome.LOST);
        ClosedValue value = ClosedValue.none(scope);
        for (ClosedDeals.Row row : closed) {
            value = row.outcome() == Outcome.WON ? row.addTo(value) : value;
        }
        return new OwnerRow(
                data.names().users().getOrDefault(id, ""),
                new DealCount(won, own(scope.closed(scope.period(), Outcome.WON), id)),
                new DealCount(lost, own(scope.closed(scope.period(), Outcome.LOST), id)),
                new Proportion(won, won + lost),
                value,
                new DealCount(open.deals(), own(scope.open(), id)),
                open.value(),
                open.isValueKnown());
    }

    private static long count(List<ClosedDeals.Row> closed, Outcome outcome) {
        return closed.stream()
                .filter(row -> row.outcome() == outcome)
                .mapToLong(ClosedDeals.Row::deals)
                .sum();
    }

    private static DealCriteria own(DealCriteria criteria, long owner) {
        return criteria.but().owner(owner).build();
    }
}
