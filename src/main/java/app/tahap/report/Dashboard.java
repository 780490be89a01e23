package app.tahap.report;

import app.tahap.money.Money;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the figures of a pipeline with a fixed number of queries, all of them of the same instant, so that they agree with
 * each other.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Dashboard {

    private final ClosedDeals closed;
    private final OpenDeals open;
    private final SalesCycles cycles;
    private final StageFlows flows;
    private final Months months;
    private final RottingDeals rotting;
    private final Exceptions exceptions;
    private final Customers customers;
    private final NameReader names;
    private final ReadingBeside beside;
    private final ReportSql sql;

    Dashboard(
            ClosedDeals closed,
            OpenDeals open,
            SalesCycles cycles,
            StageFlows flows,
            Months months,
            RottingDeals rotting,
            Exceptions exceptions,
            Customers customers,
            NameReader names,
            ReadingBeside beside,
            ReportSql sql) {
        this.closed = closed;
        this.open = open;
        this.cycles = cycles;
        this.flows = flows;
        this.months = months;
        this.rotting = rotting;
        this.exceptions = exceptions;
        this.customers = customers;
        this.names = names;
        this.beside = beside;
        this.sql = sql;
    }

    DashboardView show(Scope scope) {
        ReportData data = read(scope);
        return new DashboardView(
                scope,
                KeyFigures.of(data, scope),
                PipelineFigures.of(data, scope),
                ConversionRow.of(data, scope),
                StayRow.of(data, scope),
                MonthRow.of(data, scope),
                ReasonRow.of(data, scope),
                OwnerRow.of(data, scope),
                data.rotting(),
                exceptions.byManager(scope),
                customers.read(scope),
                Bottleneck.find(BottleneckStages.of(data, scope)).orElse(null),
                data.exits().unknown(),
                data.flows());
    }

    private ReportData read(Scope scope) {
        Supplier<StagesRead> walk = beside.begin(() -> readStages(scope));
        sql.makeRoom();
        Names called = names.read(scope);
        List<OpenDeals.Row> now = open.now(scope);
        List<ClosedDeals.Row> rows = closed.rows(scope);
        List<ClosedDeals.Spread> spreads = closed.wonSpread(scope);
        List<Money> unvalued = closed.unvalued(scope);
        KaplanMeier cycle = cycles.withOpen(scope);
        Map<Which, OpenThen> openAtEnd = Map.of(
                Which.CURRENT, openAtEndOf(scope.period(), now, scope),
                Which.EARLIER, openAtEndOf(scope.earlier(), now, scope));
        List<Months.Row> monthly = months.rows(scope);
        List<Restatement> restatements = months.restatements(scope);
        List<RottingRow> worthMost = rotting.worthMost(scope);
        List<StageFlows.Detours> detours = flows.detours(scope);
        StagesRead stages = walk.get();
        detours.forEach(deals -> deals.addTo(stages.flows()));
        return new ReportData(
                rows,
                spreads,
                unvalued,
                cycle,
                now,
                openAtEnd,
                stages.flows(),
                stages.exits(),
                monthly,
                restatements,
                worthMost,
                called,
                ReportData.stages(scope, stages.flows(), called));
    }

    /** The walk through the stays takes nearly as long as all the rest. */
    private StagesRead readStages(Scope scope) {
        sql.makeRoom();
        return new StagesRead(flows.alone(scope), flows.exits(scope));
    }

    private record StagesRead(Flows flows, StageExits exits) {}

    private OpenThen openAtEndOf(Period period, List<OpenDeals.Row> now, Scope scope) {
        return scope.isOver(period)
                ? open.atEndOf(period, scope)
                : new OpenThen(
                        now.stream()
                                .collect(Collectors.groupingBy(
                                        OpenDeals.Row::stageId, Collectors.summingLong(OpenDeals.Row::deals))),
                        0);
    }
}
