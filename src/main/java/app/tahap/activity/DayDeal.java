package app.tahap.activity;

import app.tahap.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal that somebody should think of.
 *
 * @param days whole days in its stage
 */
record DayDeal(
        long id,
        String title,
        @Nullable String organization,
        @Nullable Money amount,
        String stage,
        long days) {}
