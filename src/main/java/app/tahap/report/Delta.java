package app.tahap.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a figure differs from that of the earlier period. There is none where the earlier figure is unknown. Shares and days
 * differ as they are shown, so that readers who subtract come to the same.
 *
 * @param change positive where it grew; see the unit
 * @param isFew whether one of the two rests on so few deals that the difference says little
 */
public record Delta(double change, Unit unit, boolean isFew) {

    /** In what a difference is told. */
    public enum Unit {
        /** Percentage points, the difference of two shares. */
        POINTS,
        /** A ratio less 1, shown in per cent. */
        RATIO,
        DAYS
    }

    /** Without its direction. */
    public double size() {
        return Math.abs(change);
    }

    public String arrow() {
        return change > 0 ? "▲" : change < 0 ? "▼" : "=";
    }

    /** @param good in which direction the figure gets better */
    public String judge(Direction good) {
        return change == 0 ? "same" : (change > 0) == (good == Direction.UP) ? "better" : "worse";
    }

    /** A direction of change. */
    public enum Direction {
        UP,
        DOWN
    }

    static @Nullable Delta ofShares(Proportion now, Proportion earlier) {
        Double share = now.share();
        Double earlierShare = earlier.share();
        return share == null || earlierShare == null
                ? null
                : new Delta(
                        rounded(share * 100, 1)
                                .subtract(rounded(earlierShare * 100, 1))
                                .doubleValue(),
                        Unit.POINTS,
                        now.isFew() || earlier.isFew());
    }

    static @Nullable Delta ofAmounts(
            @Nullable BigDecimal now, long deals, @Nullable BigDecimal earlier, long earlierDeals) {
        return now == null || earlier == null || earlier.signum() == 0
                ? null
                : new Delta(now.doubleValue() / earlier.doubleValue() - 1, Unit.RATIO, isFew(deals, earlierDeals));
    }

    static @Nullable Delta ofDays(@Nullable Double now, long deals, @Nullable Double earlier, long earlierDeals) {
        return now == null || earlier == null
                ? null
                : new Delta(shown(now).subtract(shown(earlier)).doubleValue(), Unit.DAYS, isFew(deals, earlierDeals));
    }

    /** As {@link app.tahap.web.Show#measure} writes it. */
    private static BigDecimal shown(double days) {
        return rounded(days, Math.abs(days) < 10 ? 1 : 0);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static boolean isFew(long deals, long earlierDeals) {
        return Math.min(deals, earlierDeals) < Proportion.FEW;
    }
}
