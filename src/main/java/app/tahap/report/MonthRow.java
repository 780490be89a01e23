package app.tahap.report;

import app.tahap.deal.DateRange;
import app.tahap.deal.Outcome;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was closed in a month, as it counts today.
 *
 * @param value of the won deals
 * @param restatements what has changed the month's figures since it ended
 */
public record MonthRow(
        YearMonth month,
        DealCount won,
        DealCount lost,
        DealCount disqualified,
        ClosedValue value,
        List<Restatement> restatements) {

    static List<MonthRow> of(ReportData data, Scope scope) {
        YearMonth first = Months.last(scope).minusMonths(Months.COUNT - 1);
        return IntStream.range(0, Months.COUNT)
                .mapToObj(first::plusMonths)
                .map(month -> of(month, data, scope))
                .toList();
    }

    private static MonthRow of(YearMonth month, ReportData data, Scope scope) {
        ClosedValue value = ClosedValue.none(scope);
        for (Months.Row row : data.months()) {
            value = row.outcome() == Outcome.WON && row.month().equals(month) ? row.addTo(value) : value;
        }
        return new MonthRow(
                month,
                count(Outcome.WON, month, data, scope),
                count(Outcome.LOST, month, data, scope),
                count(Outcome.DISQUALIFIED, month, data, scope),
                value,
                data.restatements().stream()
                        .filter(restatement -> restatement.month().equals(month))
                        .toList());
    }

    private static DealCount count(Outcome outcome, YearMonth month, ReportData data, Scope scope) {
        long deals = data.months().stream()
                .filter(row -> row.outcome() == outcome && row.month().equals(month))
                .mapToLong(Months.Row::deals)
                .sum();
        return new DealCount(
                deals,
                scope.deals()
                        .but()
                        .outcome(outcome)
                        .closed(new DateRange(month.atDay(1), month.atEndOfMonth()))
                        .build());
    }

    /** By how much the count of an outcome has changed since the month ended, with its sign; empty where it has not. */
    public String change(Outcome outcome) {
        int change = restatements.stream()
                .filter(restatement -> restatement.outcome() == outcome)
                .mapToInt(Restatement::change)
                .sum();
        return change > 0 ? "+" + change : change < 0 ? "\u2212" + -change : "";
    }
}
