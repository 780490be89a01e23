package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealTrait;
import app.tahap.money.MoneyTotal;
import app.tahap.pipeline.StageView;
import java.time.LocalDate;
import java.util.List;

/**
 * The deals of a stage that are open now.
 *
 * @param open all of them, parked ones included
 * @param then the day of {@link PipelineFigures#then}
 * @param openThen how many were open in the stage at its end
 * @param value at today's rates
 * @param weighted the value times the stage's probability
 */
public record PipelineRow(
        StageView stage,
        DealCount open,
        DealCount parked,
        DealCount withoutAmount,
        LocalDate then,
        DealCount openThen,
        MoneyTotal value,
        MoneyTotal weighted) {

    /** Whether the worth of any deal is known, or there is none. */
    public boolean isValueKnown() {
        return open.count() == 0 || withoutAmount.count() < open.count();
    }

    static List<PipelineRow> of(ReportData data, Scope scope) {
        return scope.pipeline().stages().stream()
                .map(stage -> of(stage, data, scope))
                .toList();
    }

    private static PipelineRow of(StageView stage, ReportData data, Scope scope) {
        OpenTotals totals = data.openIn(stage.id(), scope);
        Period then = scope.period(scope.lookedBackTo());
        DealCriteria open = scope.open().but().stage(stage.id()).build();
        return new PipelineRow(
                stage,
                new DealCount(totals.deals(), open),
                new DealCount(totals.parked(), open.but().and(DealTrait.PARKED).build()),
                new DealCount(
                        totals.withoutAmount(),
                        open.but().and(DealTrait.WITHOUT_AMOUNT).build()),
                then.last(),
                new DealCount(data.openAtEnd(scope.lookedBackTo()).of(stage.id()), scope.openAtEndOf(then, stage.id())),
                totals.value(),
                totals.value().times(stage.probability()));
    }
}
