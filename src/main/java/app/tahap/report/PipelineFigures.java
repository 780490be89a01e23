package app.tahap.report;

import app.tahap.deal.DealTrait;
import app.tahap.money.MoneyTotal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is open now, stage by stage and altogether.
 *
 * @param open all of it, parked deals included
 * @param then the day at whose end deals were open, too: the last of the period if it is over, else of the one before
 * @param openThen how many those were
 * @param unknownThen how many of them were in a stage that an import did not tell
 * @param weighted each stage's value times its probability
 */
public record PipelineFigures(
        List<PipelineRow> stages,
        DealCount open,
        DealCount parked,
        DealCount withoutAmount,
        DealCount rotting,
        LocalDate then,
        DealCount openThen,
        long unknownThen,
        MoneyTotal value,
        MoneyTotal weighted) {

    /** Whether the worth of any deal is known, or there is none. */
    public boolean isValueKnown() {
        return open.count() == 0 || withoutAmount.count() < open.count();
    }

    static PipelineFigures of(ReportData data, Scope scope) {
        List<PipelineRow> stages = PipelineRow.of(data, scope);
        OpenTotals totals = OpenTotals.of(data.open(), scope);
        Period then = scope.period(scope.lookedBackTo());
        OpenThen openThen = data.openAtEnd(scope.lookedBackTo());
        MoneyTotal nothing = MoneyTotal.zero(scope.viewer().baseCurrency());
        return new PipelineFigures(
                stages,
                new DealCount(totals.deals(), scope.open()),
                new DealCount(totals.parked(), scope.open(DealTrait.PARKED)),
                new DealCount(totals.withoutAmount(), scope.open(DealTrait.WITHOUT_AMOUNT)),
                new DealCount(totals.rotting(), scope.open(DealTrait.ROTTING)),
                then.last(),
                new DealCount(openThen.all(), scope.openAtEndOf(then, null)),
                openThen.unknown(),
                totals.value(),
                stages.stream().map(PipelineRow::weighted).reduce(nothing, MoneyTotal::plus));
    }
}
