package app.tahap.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What a version of a proposal offers, in figures, for those who judge it. Discounts are meant against list prices: what the product
 * costs in the list now, or the line's own price where it has no product or that has no price in the currency. So a price that was
 * typed below the list is a discount, too. Nothing is rounded before it is compared, so that 15% never are a little more.
 *
 * @param version its number among the proposal's versions
 * @param revision counts the changes of a draft: what was judged at another revision may have been changed
 * @param list what all lines that are not optional cost at list prices, in the currency's unit
 * @param discount the share of that, 0 to 1, that is taken off
 * @param largestDiscount the largest share, 0 to 1, that is taken off one line, an optional one included
 * @param net after discounts, before tax, rounded as the customer reads it
 * @param fingerprint of the lines and the currency: the same as long as the same is offered at the same price
 */
public record Offer(
        long dealId,
        long proposalId,
        int version,
        int revision,
        Currency currency,
        BigDecimal list,
        BigDecimal discount,
        BigDecimal largestDiscount,
        BigDecimal net,
        Margin margin,
        String fingerprint) {

    private static final int SHARE_DECIMALS = 6;

    static BigDecimal share(BigDecimal exact) {
        return exact.max(BigDecimal.ZERO).setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
