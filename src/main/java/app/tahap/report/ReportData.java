package app.tahap.report;

import app.tahap.deal.Outcome;
import app.tahap.money.Money;
import app.tahap.pipeline.StageView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** Everything a report reads, once. */
record ReportData(
        List<ClosedDeals.Row> closed,
        List<ClosedDeals.Spread> spreads,
        List<Money> unvalued,
        KaplanMeier cycle,
        List<OpenDeals.Row> open,
        Map<Which, OpenThen> openAtEnd,
        Flows flows,
        StageExits exits,
        List<Months.Row> months,
        List<Restatement> restatements,
        List<RottingRow> rotting,
        Names names,
        List<StageName> stages) {

    OpenTotals openIn(long stageId, Scope scope) {
        return OpenTotals.of(
                open.stream().filter(row -> row.stageId() == stageId).toList(), scope);
    }

    /** What was open at the end of a period, or is now where it is not over. */
    OpenThen openAtEnd(Which which) {
        return Objects.requireNonNull(openAtEnd.get(which));
    }

    long closed(Which which, Outcome outcome, ToLongFunction<ClosedDeals.Row> what) {
        return closed.stream()
                .filter(row -> row.which() == which && row.outcome() == outcome)
                .mapToLong(what)
                .sum();
    }

    BigDecimal wonValue(Which which) {
        return closed.stream()
                .filter(row -> row.which() == which && row.outcome() == Outcome.WON)
                .map(ClosedDeals.Row::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The stages in use in their order, and after them the archived ones that deals entered in the period. */
    static List<StageName> stages(Scope scope, Flows flows, Names names) {
        List<StageView> inUse = scope.pipeline().stages();
        List<StageName> stages = new ArrayList<>();
        for (int i = 0; i < inUse.size(); i++) {
            StageView stage = inUse.get(i);
            StageView next = i + 1 < inUse.size() ? inUse.get(i + 1) : null;
            stages.add(new StageName(
                    stage.id(),
                    stage.name(),
                    false,
                    next == null ? null : next.id(),
                    next == null ? null : next.name()));
        }
        flows.stages().stream()
                .filter(names.archivedStages()::containsKey)
                .map(id -> new StageName(id, names.archivedStages().getOrDefault(id, ""), true, null, null))
                .sorted(Comparator.comparing(StageName::name))
                .forEach(stages::add);
        return stages;
    }
}
