package app.tahap.proposal;

import app.tahap.money.Amounts;
import app.tahap.money.Percentages;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes terms of lines as they were typed, and tells at each field what cannot be meant. */
final class LineReader {

    /** What fits into the columns with room to spare. */
    private static final BigDecimal TOO_MANY = new BigDecimal("1E12");

    private static final BigDecimal TOO_MUCH = new BigDecimal("1E14");
    private static final int QUANTITY_DECIMALS = 4;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LONGEST_UNIT = 30;

    private final Currency currency;
    private final Locale locale;
    private final Map<Long, ProductOffer> products;
    private final LineProblems problems;

    /** @param products those that the lines name, by id; in the currency, since they tell what a line costs us */
    LineReader(Currency currency, Locale locale, Map<Long, ProductOffer> products, LineProblems problems) {
        this.currency = currency;
        this.locale = locale;
        this.products = products;
        this.problems = problems;
    }

    /** The lines that can be meant, by their keys and in their order; those with a problem are left out. */
    Map<String, LineTerms> read(LineForms forms) {
        List<LineForm> told = forms.told();
        if (told.size() > LineForms.MOST) {
            problems.add("lines", "proposal.line.many", LineForms.MOST);
        }
        Map<String, LineTerms> terms = new LinkedHashMap<>();
        for (LineForm form : told) {
            read(form).ifPresent(line -> terms.put(form.key(), line));
        }
        return terms;
    }

    /** One line alone; empty where something is wrong with it. */
    Optional<LineTerms> read(LineForm form) {
        int before = problems.count();
        String description = form.description().strip();
        if (description.isEmpty()) {
            problems.add("description-" + form.key(), "proposal.line.description.required");
        } else if (description.length() > LONGEST_DESCRIPTION) {
            problems.add("description-" + form.key(), "proposal.line.description.long");
        }
        if (form.unit().strip().length() > LONGEST_UNIT) {
            problems.add("unit-" + form.key(), "proposal.line.unit.long");
        }
        BigDecimal quantity = quantity(form);
        BigDecimal price = price(form);
        BigDecimal tax = percent(form.tax(), "tax-" + form.key(), "proposal.line.tax.invalid");
        BigDecimal discount = discount(form, quantity.multiply(price));
        if (quantity.multiply(price).compareTo(TOO_MUCH) >= 0) {
            problems.add("quantity-" + form.key(), "proposal.line.large");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        ProductOffer product = form.productId() == null ? null : products.get(form.productId());
        return Optional.of(new LineTerms(
                product == null ? null : product.id(),
                description,
                quantity,
                form.unit().isBlank() ? null : form.unit().strip(),
                price,
                product == null ? null : product.cost(),
                form.discountKind(),
                discount,
                tax,
                form.optional()));
    }

    private BigDecimal quantity(LineForm form) {
        String field = "quantity-" + form.key();
        BigDecimal quantity = number(form.quantity());
        if (quantity == null || scale(quantity) > QUANTITY_DECIMALS) {
            problems.add(field, "proposal.line.quantity.invalid");
        } else if (quantity.signum() <= 0) {
            problems.add(field, "proposal.line.quantity.negative");
        } else if (quantity.compareTo(TOO_MANY) >= 0) {
            problems.add(field, "proposal.line.large");
        }
        return quantity == null ? BigDecimal.ZERO : quantity;
    }

    private BigDecimal price(LineForm form) {
        return amount(form.price(), "price-" + form.key());
    }

    private BigDecimal discount(LineForm form, BigDecimal gross) {
        String field = "discount-" + form.key();
        if (form.discount().isBlank()) {
            return BigDecimal.ZERO;
        }
        if (form.discountKind() == DiscountKind.PERCENT) {
            return percent(form.discount(), field, "proposal.line.discount.invalid");
        }
        BigDecimal amount = amount(form.discount(), field);
        if (amount.compareTo(gross) > 0) {
            problems.add(field, "proposal.line.discount.large");
        }
        return amount;
    }

    /** An amount of the currency, with no more decimals than it has. */
    private BigDecimal amount(String text, String field) {
        BigDecimal amount = PriceForms.amount(text, currency, locale, field, problems);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** A share of a hundred; blank is none. */
    private BigDecimal percent(String text, String field, String invalid) {
        Optional<BigDecimal> percent = Percentages.read(text, locale);
        if (percent.isEmpty()) {
            problems.add(field, invalid);
        }
        return percent.orElse(BigDecimal.ZERO);
    }

    private @Nullable BigDecimal number(String text) {
        return Amounts.parse(text.strip(), locale).orElse(null);
    }

    private static int scale(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
