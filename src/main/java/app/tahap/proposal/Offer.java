package app.tahap.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a proposal offers, in figures, for those who judge it. Optional lines count for the largest discount, and
 * for nothing else.
 *
 * @param version its number among the proposal's versions
 * @param revision counts the changes of a draft: what was judged at another revision may have been changed
 * @param gross before discounts, in the currency's unit; net after them, before tax
 * @param costedNet the net of the lines whose cost is known
 * @param cost of those lines
 * @param largestDiscount the largest share, 0 to 1, that is taken off one line
 */
public record Offer(
        long dealId,
        long proposalId,
        int version,
        int revision,
        Currency currency,
        BigDecimal gross,
        BigDecimal reduction,
        BigDecimal net,
        BigDecimal costedNet,
        BigDecimal cost,
        BigDecimal largestDiscount) {

    private static final int SHARE_DECIMALS = 6;

    static Offer of(VersionView version) {
        Totals totals = version.totals();
        BigDecimal largest = version.lines().stream()
                .map(line -> share(line.reduction(), line.gross()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Offer(
                version.dealId(),
                version.proposalId(),
                version.number(),
                version.revision(),
                version.head().money(),
                totals.gross(),
                totals.reduction(),
                totals.net(),
                totals.costedNet(),
                totals.cost(),
                largest);
    }

    /** The share, 0 to 1, that all discounts take off together. */
    public BigDecimal discountShare() {
        return share(reduction, gross);
    }

    /** What is left of the lines whose cost is known; null where none's is. */
    public @Nullable BigDecimal margin() {
        return costedNet.signum() == 0 && cost.signum() == 0 ? null : costedNet.subtract(cost);
    }

    /** The margin as a share of what those lines are sold for; null where there is none to tell. */
    public @Nullable BigDecimal marginShare() {
        BigDecimal margin = margin();
        return margin == null || costedNet.signum() == 0
                ? null
                : margin.divide(costedNet, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Whether some of what is sold has no known cost, and is in no margin. */
    public boolean partlyCosted() {
        return margin() != null && costedNet.compareTo(net) != 0;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
