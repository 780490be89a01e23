package app.tahap.proposal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One line of a proposal with what is reckoned of it. Every amount is rounded to the minor unit of the currency where it
 * arises, and only there: gross = quantity x unit price; reduction = gross x discount / 100, or the discount; net = gross -
 * reduction; tax = net x tax rate / 100. So totals are sums of what each line shows, and no cent is lost.
 *
 * @param gross before the discount
 * @param reduction what the discount takes off, at most gross
 */
@Embeddable
record LineItem(
        @Nullable Long productId,
        String description,
        BigDecimal quantity,
        @Nullable String unit,
        BigDecimal unitPrice,
        @Nullable BigDecimal unitCost,
        @Enumerated(EnumType.STRING) DiscountKind discountKind,
        BigDecimal discount,
        BigDecimal taxRate,
        boolean optional,
        BigDecimal gross,
        BigDecimal reduction,
        BigDecimal net,
        BigDecimal tax) {

    /** Reckons a line; a discount above the line takes off all of it. */
    static LineItem of(LineTerms terms, Currency currency, Rounding rounding) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal gross = terms.quantity().multiply(terms.unitPrice()).setScale(digits, rounding.mode());
        BigDecimal off = terms.discountKind() == DiscountKind.PERCENT
                ? gross.multiply(terms.discount()).movePointLeft(2)
                : terms.discount();
        BigDecimal reduction = off.min(gross).setScale(digits, rounding.mode());
        BigDecimal net = gross.subtract(reduction);
        BigDecimal tax = net.multiply(terms.taxRate()).movePointLeft(2).setScale(digits, rounding.mode());
        return new LineItem(
                terms.productId(),
                terms.description(),
                terms.quantity(),
                terms.unit(),
                terms.unitPrice(),
                terms.unitCost(),
                terms.discountKind(),
                terms.discount(),
                terms.taxRate(),
                terms.optional(),
                gross,
                reduction,
                net,
                tax);
    }

    BigDecimal total() {
        return net.add(tax);
    }

    /** What the line costs us; null where that is unknown. */
    @Nullable BigDecimal cost() {
        return unitCost == null ? null : unitCost.multiply(quantity);
    }

    /** The terms it was reckoned from. */
    LineTerms terms() {
        return new LineTerms(
                productId, description, quantity, unit, unitPrice, unitCost, discountKind, discount, taxRate, optional);
    }
}
