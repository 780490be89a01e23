package app.tahap.proposal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a proposal offers, before anything is reckoned.
 *
 * @param productId null for free text
 * @param unitCost what one unit costs us; null where unknown
 * @param discount percent of the line, or an amount of the currency off the line
 * @param taxRate percent
 * @param optional offered beside the rest, and in no total
 */
record LineTerms(
        @Nullable Long productId,
        String description,
        BigDecimal quantity,
        @Nullable String unit,
        BigDecimal unitPrice,
        @Nullable BigDecimal unitCost,
        DiscountKind discountKind,
        BigDecimal discount,
        BigDecimal taxRate,
        boolean optional) {}
