package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.Progress;
import app.tahap.deal.StageEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long deals stayed in a stage that they entered in the period.
 *
 * @param median days within which half have left; null where unknown
 * @param p80 days within which four of five have left; null where unknown
 * @param stays how many stays that rests on; a deal that came back has several
 * @param deals whose stays they are
 * @param running deals that still are in the stage
 */
public record StayRow(
        StageName stage,
        @Nullable Double median,
        @Nullable Double p80,
        long stays,
        DealCount deals,
        DealCount running,
        @Nullable Double earlierMedian,
        long earlierStays) {

    static List<StayRow> of(ReportData data, Scope scope) {
        return data.stages().stream().map(stage -> of(stage, data, scope)).toList();
    }

    private static StayRow of(StageName stage, ReportData data, Scope scope) {
        KaplanMeier stays = data.flows().stays(Which.CURRENT, stage.id());
        KaplanMeier earlier = data.flows().stays(Which.EARLIER, stage.id());
        StageFlow flow = data.flows().of(Which.CURRENT, stage.id());
        DealCriteria entered = scope.entered(scope.period(), stage.id(), null);
        StageEntry entry = Objects.requireNonNull(entered.entered());
        return new StayRow(
                stage,
                stays.quantile(0.5),
                stays.quantile(0.8),
                stays.count(),
                new DealCount(flow.entered(), entered),
                new DealCount(
                        flow.running(),
                        entered.but().entered(entry.then(Progress.RUNNING)).build()),
                earlier.quantile(0.5),
                earlier.count());
    }

    public boolean isFew() {
        return stays < Proportion.FEW;
    }

    public @Nullable Delta delta() {
        return Delta.ofDays(median, stays, earlierMedian, earlierStays);
    }
}
