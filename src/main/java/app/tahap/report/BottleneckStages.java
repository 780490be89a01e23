package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealTrait;
import java.util.List;

/** Gathers what speaks for each stage as the bottleneck. */
final class BottleneckStages {

    private BottleneckStages() {}

    static List<Bottleneck.Stage> of(ReportData data, Scope scope) {
        return data.stages().stream()
                .filter(stage -> !stage.archived())
                .map(stage -> of(stage, data, scope))
                .toList();
    }

    private static Bottleneck.Stage of(StageName stage, ReportData data, Scope scope) {
        KaplanMeier stays = data.flows().stays(Which.CURRENT, stage.id());
        KaplanMeier earlier = data.flows().stays(Which.EARLIER, stage.id());
        // what is stuck today says nothing about a period that is over
        OpenTotals open =
                scope.isOver(scope.period()) ? OpenTotals.of(List.of(), scope) : data.openIn(stage.id(), scope);
        DealCriteria here = scope.openAtEndOf(scope.period(), stage.id());
        return new Bottleneck.Stage(
                stage.id(),
                stage.name(),
                new DealCount(
                        data.flows().of(Which.CURRENT, stage.id()).entered(),
                        scope.entered(scope.period(), stage.id(), null)),
                new DealCount(data.exits().of(stage.id()), scope.left(scope.period(), stage.id())),
                data.exits().unknown(),
                stays.quantile(0.5),
                stays.count(),
                earlier.quantile(0.5),
                earlier.count(),
                new DealCount(open.slow(), here.but().and(DealTrait.SLOW).build()),
                open.slowValue(),
                new DealCount(data.openAtEnd(Which.CURRENT).of(stage.id()), here));
    }
}
