package app.tahap.report;

import java.util.List;
import java.util.Map;
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
    private final NameReader names;
    private final ReportSql sql;

    Dashboard(
            ClosedDeals closed,
            OpenDeals open,
            SalesCycles cycles,
            StageFlows flows,
            Months months,
            RottingDeals rotting,
            NameReader names,
            ReportSql sql) {
        this.closed = closed;
        this.open = open;
        this.cycles = cycles;
        this.flows = flows;
        this.months = months;
        this.rotting = rotting;
        this.names = names;
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
                Bottleneck.find(BottleneckStages.of(data, scope)).orElse(null),
                data.flows());
    }

    private ReportData read(Scope scope) {
        sql.makeRoom();
        Flows read = flows.read(scope);
        Names called = names.read(scope);
        List<OpenDeals.Row> now = open.now(scope);
        return new ReportData(
                closed.rows(scope),
                closed.wonSpread(scope),
                closed.unvalued(scope),
                cycles.withOpen(scope),
                now,
                Map.of(
                        Which.CURRENT, openAtEndOf(scope.period(), now, scope),
                        Which.EARLIER, openAtEndOf(scope.earlier(), now, scope)),
                read,
                flows.exits(scope),
                months.rows(scope),
                months.restatements(scope),
                rotting.worthMost(scope),
                called,
                ReportData.stages(scope, read, called));
    }

    private Map<Long, Long> openAtEndOf(Period period, List<OpenDeals.Row> now, Scope scope) {
        return scope.isOver(period)
                ? open.atEndOf(period, scope)
                : now.stream()
                        .collect(Collectors.groupingBy(
                                OpenDeals.Row::stageId, Collectors.summingLong(OpenDeals.Row::deals)));
    }
}
