package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.Progress;
import app.tahap.deal.StageEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of the deals that entered a stage in the period. */
public record ConversionRow(
        StageName stage,
        StageFlow flow,
        StageFlow earlier,
        DealCount entered,
        DealCount wentOn,
        DealCount skipped,
        DealCount returned,
        DealCount undecided,
        DealCount dropped) {

    static List<ConversionRow> of(ReportData data, Scope scope) {
        return data.stages().stream().map(stage -> of(stage, data, scope)).toList();
    }

    private static ConversionRow of(StageName stage, ReportData data, Scope scope) {
        StageFlow flow = data.flows().of(Which.CURRENT, stage.id());
        DealCriteria entered = scope.entered(scope.period(), stage.id(), stage.nextId());
        return new ConversionRow(
                stage,
                flow,
                data.flows().of(Which.EARLIER, stage.id()),
                new DealCount(flow.entered(), entered),
                count(flow.wentOn(), entered, Progress.WENT_ON),
                count(flow.skipped(), entered, Progress.SKIPPED),
                count(flow.returned(), entered, Progress.RETURNED),
                count(flow.undecided(), entered, Progress.UNDECIDED),
                count(flow.dropped(), entered, Progress.DROPPED));
    }

    private static DealCount count(long deals, DealCriteria entered, Progress then) {
        StageEntry entry = Objects.requireNonNull(entered.entered());
        return new DealCount(deals, entered.but().entered(entry.then(then)).build());
    }

    public @Nullable Delta delta() {
        return Delta.ofShares(flow.conversion(), earlier.conversion());
    }
}
