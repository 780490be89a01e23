package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import app.tahap.money.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures on top of a report, with the deals behind each.
 *
 * @param decided won and lost deals
 * @param closed these and the disqualified ones
 * @param unvaluedAmounts what the won deals without a rate are worth, by currency
 * @param open deals that were open at the end of the period, or are now
 * @param cycleOpen those of them whose creation is known
 * @param cycleWithOpen days until half have been won when the deals that are open count, too; null where unknown
 */
public record KeyFigures(
        PeriodFigures now,
        PeriodFigures earlier,
        DealCount won,
        DealCount lost,
        DealCount disqualified,
        DealCount decided,
        DealCount closed,
        DealCount valued,
        DealCount withoutAmount,
        DealCount unvalued,
        List<Money> unvaluedAmounts,
        DealCount cycles,
        DealCount cyclesUnknown,
        DealCount open,
        DealCount cycleOpen,
        @Nullable Double cycleWithOpen,
        @Nullable Double cycleP80WithOpen) {

    private static final Outcome[] CLOSED = {Outcome.WON, Outcome.LOST, Outcome.DISQUALIFIED};

    static KeyFigures of(ReportData data, Scope scope) {
        PeriodFigures now = PeriodFigures.of(Which.CURRENT, data, scope);
        DealCriteria won = scope.closed(scope.period(), Outcome.WON);
        return new KeyFigures(
                now,
                PeriodFigures.of(Which.EARLIER, data, scope),
                new DealCount(now.won(), won),
                new DealCount(now.lost(), scope.closed(scope.period(), Outcome.LOST)),
                new DealCount(now.disqualified(), scope.closed(scope.period(), Outcome.DISQUALIFIED)),
                new DealCount(now.winRate().of(), scope.closed(scope.period(), Outcome.WON, Outcome.LOST)),
                new DealCount(now.broadWinRate().of(), scope.closed(scope.period(), CLOSED)),
                new DealCount(now.valued(), won.but().and(DealTrait.VALUED).build()),
                new DealCount(
                        now.withoutAmount(),
                        won.but().and(DealTrait.WITHOUT_AMOUNT).build()),
                new DealCount(now.unvalued(), won.but().and(DealTrait.UNVALUED).build()),
                data.unvalued(),
                new DealCount(
                        now.cycles(), won.but().and(DealTrait.CREATION_KNOWN).build()),
                new DealCount(
                        now.won() - now.cycles(),
                        won.but().and(DealTrait.CREATION_UNKNOWN).build()),
                new DealCount(now.open(), scope.openAtEndOf(scope.period(), null)),
                new DealCount(
                        data.cycle().countRunning(),
                        scope.openAtEndOf(scope.period(), null)
                                .but()
                                .and(DealTrait.CREATION_KNOWN)
                                .build()),
                data.cycle().quantile(0.5),
                data.cycle().quantile(0.8));
    }

    public @Nullable Delta winRateDelta() {
        return Delta.ofShares(now.winRate(), earlier.winRate());
    }

    public @Nullable Delta sizeDelta() {
        return Delta.ofAmounts(now.averageSize(), now.valued(), earlier.averageSize(), earlier.valued());
    }

    public @Nullable Delta velocityDelta() {
        return Delta.ofAmounts(
                now.velocity(), fewestBehindVelocity(now), earlier.velocity(), fewestBehindVelocity(earlier));
    }

    public @Nullable Delta cycleDelta() {
        return Delta.ofDays(now.cycleMedian(), now.cycles(), earlier.cycleMedian(), earlier.cycles());
    }

    /** Whether a figure or a difference is shown in grey because few deals are behind it. */
    public boolean restsOnFew() {
        return isFew(now.winRate().of())
                || isFew(now.valued())
                || isFew(now.cycles())
                || Stream.of(winRateDelta(), sizeDelta(), cycleDelta(), velocityDelta())
                        .anyMatch(delta -> delta != null && delta.isFew());
    }

    private static boolean isFew(long deals) {
        return deals > 0 && deals < Proportion.FEW;
    }

    /** The velocity is as sure as the least sure of its factors. */
    private static long fewestBehindVelocity(PeriodFigures figures) {
        return Math.min(
                Math.min(figures.open(), figures.valued()),
                Math.min(figures.winRate().of(), figures.cycles()));
    }
}
