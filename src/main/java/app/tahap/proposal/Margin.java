package app.tahap.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What is left of what is sold: (net - cost) / net, of the lines whose cost is known, and of no others. A line without a cost has no
 * margin; it never counts as if it cost nothing.
 *
 * @param net before tax, of all that is sold
 * @param costedNet of what has a known cost
 * @param cost of that
 */
public record Margin(BigDecimal net, BigDecimal costedNet, BigDecimal cost) {

    private static final int SHARE_DECIMALS = 6;

    static Margin of(Totals totals) {
        return new Margin(totals.net(), totals.costedNet(), totals.cost());
    }

    /** Of one line; not known where its cost is not. */
    static Margin of(LineItem line) {
        BigDecimal cost = line.cost();
        return cost == null
                ? new Margin(line.net(), BigDecimal.ZERO, BigDecimal.ZERO)
                : new Margin(line.net(), line.net(), cost);
    }

    public boolean isKnown() {
        return costedNet.signum() != 0 || cost.signum() != 0;
    }

    /** Whether some of what is sold has no known cost, and is in no margin. */
    public boolean isPartial() {
        return isKnown() && costedNet.compareTo(net) != 0;
    }

    /** In the currency's unit; null where it is not known. */
    public @Nullable BigDecimal amount() {
        return isKnown() ? costedNet.subtract(cost) : null;
    }

    /** As a share of what is sold; null where it is not known, and where nothing is asked for it. */
    public @Nullable BigDecimal share() {
        return costedNet.signum() == 0
                ? null
                : costedNet.subtract(cost).divide(costedNet, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
