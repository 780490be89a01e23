package app.tahap.report;

import app.tahap.deal.DealTrait;
import app.tahap.money.MoneyTotal;
import java.util.List;

/**
 * What is open now, stage by stage and altogether.
 *
 * @param open all of it, parked deals included
 * @param earlier how many were open at the end of the earlier period
 * @param weighted each stage's value times its probability
 */
public record PipelineFigures(
        List<PipelineRow> stages,
        DealCount open,
        DealCount parked,
        DealCount withoutAmount,
        DealCount rotting,
        DealCount earlier,
        MoneyTotal value,
        MoneyTotal weighted) {

    /** Whether the worth of any deal is known, or there is none. */
    public boolean isValueKnown() {
        return open.count() == 0 || withoutAmount.count() < open.count();
    }

    static PipelineFigures of(ReportData data, Scope scope) {
        List<PipelineRow> stages = PipelineRow.of(data, scope);
        OpenTotals totals = OpenTotals.of(data.open(), scope);
        MoneyTotal nothing = MoneyTotal.zero(scope.viewer().baseCurrency());
        return new PipelineFigures(
                stages,
                new DealCount(totals.deals(), scope.open()),
                new DealCount(totals.parked(), scope.open(DealTrait.PARKED)),
                new DealCount(totals.withoutAmount(), scope.open(DealTrait.WITHOUT_AMOUNT)),
                new DealCount(totals.rotting(), scope.open(DealTrait.ROTTING)),
                new DealCount(data.openAtEnd(Which.EARLIER), scope.openAtEndOf(scope.earlier(), null)),
                totals.value(),
                stages.stream().map(PipelineRow::weighted).reduce(nothing, MoneyTotal::plus));
    }
}
