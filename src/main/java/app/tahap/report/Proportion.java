package app.tahap.report;

import org.jspecify.annotations.Nullable;

/**
 * How many of a number of deals did something, as a share with its 95 % confidence interval after Wilson, which keeps its
 * promise for small numbers and for shares near 0 and 1 alike.
 *
 * <p>E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), 209-212.
 *
 * @param hits at most {@code of}
 */
public record Proportion(long hits, long of) {

    /** Fewer than this are shown in grey: the interval is wider than any decision. */
    static final int FEW = 20;

    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
    }

    /** 0 to 1; null where there is nothing to take a share of. */
    public @Nullable Double share() {
        return of == 0 ? null : (double) hits / of;
    }

    /** The lower end of the interval; 0 where nothing is known. */
    public double low() {
        return hits == 0 ? 0 : middle() - halfWidth();
    }

    /** The upper end of the interval; 1 where nothing is known. */
    public double high() {
        return hits == of ? 1 : middle() + halfWidth();
    }

    public boolean isFew() {
        return of < FEW;
    }

    private double middle() {
        double p = (double) hits / of;
        return (p + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double halfWidth() {
        double p = (double) hits / of;
        return Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }
}
