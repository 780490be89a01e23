package app.tahap.negotiation;

import app.tahap.account.Role;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What reps and managers may offer without asking, in percent, and whether they see margins. Null is no limit. Administrators are
 * free and see everything.
 */
record DiscountRule(
        @Nullable BigDecimal repDiscount,
        @Nullable BigDecimal managerDiscount,
        @Nullable BigDecimal repMargin,
        @Nullable BigDecimal managerMargin,
        boolean repSeesMargin,
        boolean managerSeesMargin,
        int version) {

    /** Until somebody changes it, nobody is limited. */
    static final DiscountRule FIRST = new DiscountRule(null, null, null, null, false, true, 0);

    Limits limits(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> Limits.NONE;
            case MANAGER -> Limits.ofPercent(managerDiscount, managerMargin);
            case REP -> Limits.ofPercent(repDiscount, repMargin);
        };
    }

    boolean showsMargin(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> true;
            case MANAGER -> managerSeesMargin;
            case REP -> repSeesMargin;
        };
    }
}
