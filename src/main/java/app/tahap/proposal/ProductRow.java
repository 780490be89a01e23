package app.tahap.proposal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product in its list.
 *
 * @param prices its prices by currency, as {@code EUR 10.00, USD 12.00}; null without any
 */
record ProductRow(
        long id,
        @Nullable String code,
        String name,
        @Nullable String unit,
        BigDecimal taxRate,
        @Nullable String prices,
        boolean archived) {}
