package app.tahap.report;

import static app.tahap.report.ReportTable.column;

import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import app.tahap.web.NotFoundException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a report, for machines: shares from 0 to 1, money in the base currency without a sign, what has no rate in
 * a column of its own, durations in days.
 */
final class ReportTables {

    private static final ReportTable<PeriodFigures> KEY_FIGURES = ReportTable.of(
            "key-figures",
            report -> List.of(report.figures().now(), report.figures().earlier()),
            column("report.filter.from", row -> row.period().start()),
            column("report.filter.to", row -> row.period().last()),
            column("report.months.won", PeriodFigures::won),
            column("report.months.lost", PeriodFigures::lost),
            column("report.months.disqualified", PeriodFigures::disqualified),
            column("report.title.win-rate", row -> share(row.winRate().share())),
            column("report.table.low", row -> share(row.winRate().low())),
            column("report.table.high", row -> share(row.winRate().high())),
            column("report.table.valued", PeriodFigures::valued),
            column("report.months.value", row -> row.isValueUnknown() ? null : amount(row.value())),
            column("report.title.deal-size", row -> amount(row.averageSize())),
            column("report.table.median-size", row -> amount(row.medianValue())),
            column("report.table.cycle", row -> days(row.cycleMedian())),
            column("report.table.cycle-p80", row -> days(row.cycleP80())),
            column("report.table.open", PeriodFigures::open),
            column("report.title.velocity", row -> amount(row.velocity())));

    private static final ReportTable<PipelineRow> STAGES = ReportTable.of(
            "stages",
            report -> report.pipeline().stages(),
            column("report.column.stage", row -> row.stage().name()),
            column("report.stages.open", row -> row.open().count()),
            column("report.table.parked", row -> row.parked().count()),
            column("report.table.then", PipelineRow::then),
            column("report.table.open-then", row -> row.openThen().count()),
            column("report.stages.value", row -> amount(row.isValueKnown() ? known(row.value()) : null)),
            column("report.stages.weighted", row -> amount(row.isValueKnown() ? known(row.weighted()) : null)),
            column("report.table.unvalued", row -> others(row.value())));

    private static final ReportTable<ConversionRow> CONVERSION = ReportTable.of(
            "conversion",
            DashboardView::conversions,
            column("report.conversion.from", row -> row.stage().name()),
            column("report.table.next", row -> row.stage().next()),
            column("report.conversion.entered", row -> row.flow().entered()),
            column("report.conversion.went-on", row -> row.flow().wentOn()),
            column(
                    "report.conversion.share",
                    row -> share(row.flow().conversion().share())),
            column("report.table.low", row -> share(row.flow().conversion().low())),
            column("report.table.high", row -> share(row.flow().conversion().high())),
            column("report.conversion.undecided", row -> row.flow().undecided()),
            column("report.conversion.dropped", row -> row.flow().dropped()),
            column("report.conversion.skipped", row -> row.flow().skipped()),
            column("report.conversion.returned", row -> row.flow().returned()),
            column(
                    "report.table.share-before",
                    row -> share(row.earlier().conversion().share())),
            column("report.table.entered-before", row -> row.earlier().entered()));

    private static final ReportTable<StayRow> TIME_IN_STAGE = ReportTable.of(
            "time-in-stage",
            DashboardView::stays,
            column("report.column.stage", row -> row.stage().name()),
            column("report.stays.median", row -> days(row.median())),
            column("report.stays.p80", row -> days(row.p80())),
            column("report.stays.stays", StayRow::stays),
            column("report.stays.deals", row -> row.deals().count()),
            column("report.stays.running", row -> row.running().count()),
            column("report.table.median-before", row -> days(row.earlierMedian())),
            column("report.table.stays-before", StayRow::earlierStays));

    private static final ReportTable<MonthRow> MONTHS = ReportTable.of(
            "months",
            DashboardView::months,
            column("report.months.month", MonthRow::month),
            column("report.months.won", row -> row.won().count()),
            column("report.months.lost", row -> row.lost().count()),
            column("report.months.disqualified", row -> row.disqualified().count()),
            column("report.months.value", row -> amount(row.value())),
            column("report.table.without-rate", row -> row.value().withoutRate()),
            column("report.months.since", row -> row.restatements().size()));

    private static final ReportTable<ReasonRow> REASONS = ReportTable.of(
            "reasons",
            DashboardView::reasons,
            column("report.reasons.reason", ReasonRow::reason),
            column("report.reasons.deals", row -> row.lost().count()),
            column("report.reasons.share", row -> share(row.share().share())),
            column("report.column.before", ReasonRow::earlier),
            column("report.reasons.value", row -> amount(row.value())),
            column("report.table.without-rate", row -> row.value().withoutRate()));

    private static final ReportTable<OwnerRow> OWNERS = ReportTable.of(
            "owners",
            DashboardView::owners,
            column("report.owners.owner", OwnerRow::name),
            column("report.months.won", row -> row.won().count()),
            column("report.months.lost", row -> row.lost().count()),
            column("report.title.win-rate", row -> share(row.winRate().share())),
            column("report.table.low", row -> share(row.winRate().low())),
            column("report.table.high", row -> share(row.winRate().high())),
            column("report.months.value", row -> amount(row.value())),
            column("report.table.without-rate", row -> row.value().withoutRate()),
            column("report.stages.open", row -> row.open().count()),
            column("report.owners.open-value", row -> amount(row.isOpenValueKnown() ? known(row.openValue()) : null)),
            column("report.table.unvalued", row -> others(row.openValue())));

    private static final ReportTable<RottingRow> ROTTING = ReportTable.of(
            "rotting",
            DashboardView::rotting,
            column("report.rotting.deal", RottingRow::title),
            column("report.column.stage", RottingRow::stage),
            column("report.rotting.days", RottingRow::days),
            column("report.rotting.limit", RottingRow::limit),
            column(
                    "report.rotting.amount",
                    row -> row.money() == null ? null : amount(row.money().amount())),
            column(
                    "report.table.currency",
                    row -> row.money() == null ? null : row.money().currency()),
            column("report.owners.owner", RottingRow::owner));

    private static final ReportTable<ExceptionRow> EXCEPTIONS = ReportTable.of(
            "exceptions",
            DashboardView::exceptions,
            column("report.exceptions.who", ExceptionRow::name),
            column("report.exceptions.count", ExceptionRow::count),
            column("report.exceptions.deals", ExceptionRow::deals),
            column("report.column.before", ExceptionRow::earlier));

    private static final ReportTable<NeedRow> NEEDS = ReportTable.of(
            "needs",
            report -> report.customers().needs(),
            column("report.needs.need", NeedRow::label),
            column("report.needs.kind", NeedRow::kind),
            column("report.stages.open", row -> row.open().count()),
            column("report.months.won", row -> row.won().count()),
            column("report.months.lost", row -> row.lost().count()),
            column("report.title.win-rate", row -> share(row.winRate().share())),
            column("report.table.low", row -> share(row.winRate().low())),
            column("report.table.high", row -> share(row.winRate().high())));

    private static final ReportTable<CompetitorRow> COMPETITORS = ReportTable.of(
            "competitors",
            report -> report.customers().competitors(),
            column("report.competitors.competitor", CompetitorRow::label),
            column("report.reasons.deals", row -> row.lost().count()),
            column("report.reasons.share", row -> share(row.share().share())),
            column("report.reasons.value", row -> amount(row.value())),
            column("report.table.without-rate", row -> row.value().withoutRate()));

    private static final List<ReportTable<?>> ALL = List.of(
            KEY_FIGURES,
            STAGES,
            CONVERSION,
            TIME_IN_STAGE,
            MONTHS,
            REASONS,
            OWNERS,
            EXCEPTIONS,
            ROTTING,
            NEEDS,
            COMPETITORS);

    private ReportTables() {}

    static ReportTable<?> named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("table", name));
    }

    private static @Nullable BigDecimal share(@Nullable Double share) {
        return share == null ? null : BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal amount) {
        return amount == null
                ? null
                : amount.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    private static @Nullable BigDecimal amount(@Nullable Double amount) {
        return amount == null ? null : amount(BigDecimal.valueOf(amount));
    }

    private static @Nullable BigDecimal amount(ClosedValue value) {
        Money known = value.known();
        return known == null ? null : amount(known.amount());
    }

    private static @Nullable BigDecimal days(@Nullable Double days) {
        return days == null ? null : BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_EVEN);
    }

    /** Null where all of it is in currencies without a rate. */
    private static @Nullable BigDecimal known(MoneyTotal total) {
        return total.lacksRates() ? null : total.base().amount();
    }

    private static String others(MoneyTotal total) {
        return total.unvalued().stream().map(ReportTables::plain).collect(Collectors.joining("; "));
    }

    private static String plain(Money money) {
        BigDecimal amount = money.amount().setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return money.currency() + " " + amount.toPlainString();
    }
}
