package app.tahap.proposal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product in one currency.
 *
 * @param price null where it has none in that currency
 */
record ProductOffer(
        long id,
        @Nullable String code,
        String name,
        @Nullable String description,
        @Nullable String unit,
        BigDecimal taxRate,
        @Nullable BigDecimal price,
        @Nullable BigDecimal cost) {

    /** As it is found and chosen. */
    public String label() {
        return code == null ? name : code + " · " + name;
    }
}
