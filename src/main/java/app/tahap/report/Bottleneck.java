package app.tahap.report;

import app.tahap.money.MoneyTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stage in which deals get stuck: the one for which most of three signs speak, and of several such the one where most
 * money is past its time.
 */
public record Bottleneck(Stage stage, List<Sign> signs) {

    /** What may speak for a stage. */
    public enum Sign {
        /** More deals came in than went out, even if all of unknown stage went out there, by more than chance would make them. */
        QUEUE,
        /** The median stay grew by a fifth or more. */
        SLOWER,
        /**
         * More money than in any other stage has been there longer than four of five stays of won deals; more deals, where
         * nowhere is known what they are worth.
         */
        STUCK
    }

    /** The 95th percentile of the normal distribution: one chance in twenty to call a steady stage a queue. */
    private static final double Z = 1.6449;

    private static final double SLOWER_BY = 1.2;

    /**
     * What is known of a stage.
     *
     * @param exitsUnknown deals of the pipeline that left a stage which an import did not tell; any may have left this one
     * @param median days; null where unknown
     * @param slow open deals that are past the stage's pace; none for a period that is over
     * @param open deals that are in the stage, or were at the end of a period that is over
     * @param slowValue what they are worth
     */
    public record Stage(
            long id,
            String name,
            DealCount arrivals,
            DealCount exits,
            long exitsUnknown,
            @Nullable Double median,
            long stays,
            @Nullable Double earlierMedian,
            long earlierStays,
            DealCount slow,
            MoneyTotal slowValue,
            DealCount open) {

        /** Whether anything is known of what the slow deals are worth. */
        public boolean isSlowValueKnown() {
            return slowValue.base().amount().signum() > 0;
        }

        private boolean isQueue() {
            long in = arrivals.count();
            long out = exits.count() + exitsUnknown;
            return in > out && in - out >= Z * Math.sqrt(in + out);
        }

        private boolean isSlower() {
            return median != null
                    && earlierMedian != null
                    && Math.min(stays, earlierStays) >= Proportion.FEW
                    && median >= SLOWER_BY * earlierMedian
                    && median > earlierMedian;
        }
    }

    static Optional<Bottleneck> find(List<Stage> stages) {
        Optional<Stage> mostStuck = stages.stream()
                .filter(stage -> stage.slow().count() > 0)
                .max(Comparator.comparing(
                                (Stage stage) -> stage.slowValue().base().amount())
                        .thenComparing(stage -> stage.slow().count()));
        return stages.stream()
                .map(stage -> new Bottleneck(stage, signs(stage, mostStuck)))
                .filter(candidate -> !candidate.signs().isEmpty())
                .max(Comparator.comparing(
                                (Bottleneck candidate) -> candidate.signs().size())
                        .thenComparing(candidate ->
                                candidate.stage().slowValue().base().amount())
                        .thenComparing(candidate -> candidate.stage().arrivals().count()
                                - candidate.stage().exits().count()));
    }

    private static List<Sign> signs(Stage stage, Optional<Stage> mostStuck) {
        List<Sign> signs = new ArrayList<>();
        if (stage.isQueue()) {
            signs.add(Sign.QUEUE);
        }
        if (stage.isSlower()) {
            signs.add(Sign.SLOWER);
        }
        if (mostStuck.filter(stage::equals).isPresent()) {
            signs.add(Sign.STUCK);
        }
        return signs;
    }
}
