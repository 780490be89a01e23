package app.tahap.negotiation;

import app.tahap.proposal.Margin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may offer without asking, as shares from 0 to 1; null for no limit.
 *
 * @param discount the largest on one line, and so on all together
 * @param margin the lowest of the lines whose cost is known; nothing is said of what is not known
 */
record Limits(@Nullable BigDecimal discount, @Nullable BigDecimal margin) {

    static final Limits NONE = new Limits(null, null);

    static Limits ofPercent(@Nullable BigDecimal discount, @Nullable BigDecimal margin) {
        return new Limits(share(discount), share(margin));
    }

    boolean allow(BigDecimal largestDiscount, Margin offered) {
        return allowDiscount(largestDiscount) && allowMargin(offered);
    }

    boolean allowDiscount(BigDecimal largestDiscount) {
        return discount == null || largestDiscount.compareTo(discount) <= 0;
    }

    boolean allowMargin(Margin offered) {
        BigDecimal share = offered.share();
        return margin == null || share == null || share.compareTo(margin) >= 0;
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.movePointLeft(2);
    }
}
