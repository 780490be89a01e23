package app.tahap.proposal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a draft as it is typed.
 *
 * @param key by which its fields are named in the form: {@code quantity-3}
 */
record LineForm(
        String key,
        @Nullable Long productId,
        String description,
        String quantity,
        String unit,
        String price,
        String discount,
        DiscountKind discountKind,
        String tax,
        boolean optional) {

    static LineForm empty(String key) {
        return new LineForm(key, null, "", "1", "", "", "", DiscountKind.PERCENT, "", false);
    }

    static LineForm of(String key, LineItem line, AmountFormat amounts) {
        boolean off = line.discount().signum() != 0;
        return new LineForm(
                key,
                line.productId(),
                line.description(),
                amounts.exact(line.quantity()),
                line.unit() == null ? "" : line.unit(),
                amounts.exact(line.unitPrice()),
                off ? amounts.exact(line.discount()) : "",
                line.discountKind(),
                rate(line.taxRate(), amounts),
                line.optional());
    }

    /** A line for one of a product; without a price where it has none in the currency. */
    static LineForm of(String key, ProductOffer product, AmountFormat amounts) {
        String text = product.description() == null ? product.name() : product.name() + "\n" + product.description();
        return new LineForm(
                key,
                product.id(),
                text,
                "1",
                product.unit() == null ? "" : product.unit(),
                product.price() == null ? "" : amounts.exact(product.price()),
                "",
                DiscountKind.PERCENT,
                rate(product.taxRate(), amounts),
                false);
    }

    boolean isBlank() {
        return productId == null && description.isBlank() && price.isBlank();
    }

    private static String rate(BigDecimal taxRate, AmountFormat amounts) {
        return taxRate.signum() == 0 ? "" : amounts.exact(taxRate);
    }
}
