package app.tahap.report;

import app.tahap.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard of a pipeline.
 *
 * @param bottleneck null where no stage stands out
 * @param exitsUnknown imported deals that left a stage nobody told, so that another stage may be the one
 */
public record DashboardView(
        Scope scope,
        KeyFigures figures,
        PipelineFigures pipeline,
        List<ConversionRow> conversions,
        List<StayRow> stays,
        List<MonthRow> months,
        List<ReasonRow> reasons,
        List<OwnerRow> owners,
        List<RottingRow> rotting,
        List<ExceptionRow> exceptions,
        CustomerFigures customers,
        @Nullable Bottleneck bottleneck,
        long exitsUnknown,
        Flows flows) {

    /** Whether there is nothing to tell: no deal is open, nor was any closed or moved of late. */
    public boolean isEmpty() {
        return pipeline.open().count() == 0
                && figures.now().broadWinRate().of() == 0
                && conversions.stream().allMatch(row -> row.flow().entered() == 0)
                && months.stream()
                        .allMatch(month -> month.won().count() + month.lost().count() == 0);
    }

    /** An amount in the base currency as a page shows it. */
    public @Nullable Money money(@Nullable Number amount) {
        return amount == null
                ? null
                : new Money(new BigDecimal(amount.toString()), scope.viewer().baseCurrency()).rounded();
    }
}
