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
        OpenTotals open = data.openIn(stage.id(), scope);
        DealCriteria here = scope.open().but().stage(stage.id()).build();
        return new Bottleneck.Stage(
                stage.id(),
                stage.name(),
                new DealCount(
                        data.flows().of(Which.CURRENT, stage.id()).entered(),
                        scope.entered(scope.period(), stage.id(), null)),
                new DealCount(data.exits().getOrDefault(stage.id(), 0L), scope.left(scope.period(), stage.id())),
                stays.quantile(0.5),
                stays.count(),
                earlier.quantile(0.5),
                earlier.count(),
                new DealCount(open.slow(), here.but().and(DealTrait.SLOW).build()),
                open.slowValue(),
                new DealCount(open.deals(), here));
    }
}
