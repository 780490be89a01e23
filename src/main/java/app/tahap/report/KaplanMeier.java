package app.tahap.report;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long something lasts when part of it has not ended yet. What still runs is known to last at least so long; leaving
 * it out, or taking its age for its length, would make everything look faster than it is.
 *
 * <p>E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
 * Statistical Association 53 (1958), 457-481. What is censored at the moment at which another ends is taken to have lasted
 * beyond it, as there.
 */
final class KaplanMeier {

    private final SortedMap<Double, long[]> observed = new TreeMap<>();
    private long ended;
    private long running;

    /** Adds observations that ended after a time. */
    KaplanMeier ended(double after, long count) {
        observed.computeIfAbsent(after, time -> new long[2])[0] += count;
        ended += count;
        return this;
    }

    /** Adds observations that have lasted for a time and still go on. */
    KaplanMeier running(double since, long count) {
        observed.computeIfAbsent(since, time -> new long[2])[1] += count;
        running += count;
        return this;
    }

    long count() {
        return ended + running;
    }

    long countRunning() {
        return running;
    }

    /** The estimated share that lasts longer than a time. */
    double survival(double time) {
        double survival = 1;
        long atRisk = count();
        for (var entry : observed.headMap(Math.nextUp(time)).entrySet()) {
            survival *= 1 - (double) entry.getValue()[0] / atRisk;
            atRisk -= entry.getValue()[0] + entry.getValue()[1];
        }
        return survival;
    }

    /**
     * The time after which a share has ended.
     *
     * @param share above 0, below 1; 0.5 for the median
     * @return null where too much still runs to know, or nothing was observed
     */
    @Nullable Double quantile(double share) {
        double survival = 1;
        long atRisk = count();
        for (var entry : observed.entrySet()) {
            survival *= 1 - (double) entry.getValue()[0] / atRisk;
            atRisk -= entry.getValue()[0] + entry.getValue()[1];
            if (survival <= 1 - share + 1e-12) {
                return entry.getKey();
            }
        }
        return null;
    }
}
