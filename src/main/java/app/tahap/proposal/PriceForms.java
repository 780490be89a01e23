package app.tahap.proposal;

import app.tahap.money.Amounts;
import app.tahap.money.Currencies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The prices of a product's form, with some rows to spare; a row without amounts is none. */
final class PriceForms {

    private static final int SPARE = 2;
    private static final int MOST = 40;
    private static final BigDecimal TOO_MUCH = new BigDecimal("1E14");

    private final List<Row> rows;

    private PriceForms(List<Row> rows) {
        this.rows = rows;
    }

    /** @param key by which the row's fields are named: {@code price-0} */
    record Row(String key, String currency, String price, String cost) {

        boolean isBlank() {
            return price.isBlank() && cost.isBlank();
        }
    }

    static PriceForms of(Map<String, Price> prices, String first, AmountFormat amounts) {
        List<Row> rows = new ArrayList<>();
        new TreeMap<>(prices)
                .forEach((currency, price) -> rows.add(new Row(
                        Integer.toString(rows.size()),
                        currency,
                        amounts.exact(price.price()),
                        price.cost() == null ? "" : amounts.exact(price.cost()))));
        return spare(rows, first);
    }

    static PriceForms read(MultiValueMap<String, String> sent, String first) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            if (sent.containsKey("price-" + i) || sent.containsKey("cost-" + i)) {
                rows.add(new Row(
                        Integer.toString(rows.size()),
                        value("currency-" + i, sent),
                        value("price-" + i, sent),
                        value("cost-" + i, sent)));
            }
        }
        return rows.stream().allMatch(row -> !row.isBlank()) ? spare(rows, first) : new PriceForms(rows);
    }

    private static PriceForms spare(List<Row> rows, String first) {
        for (int i = 0; i < SPARE; i++) {
            rows.add(new Row(Integer.toString(rows.size()), first, "", ""));
        }
        return new PriceForms(rows);
    }

    private static String value(String name, MultiValueMap<String, String> sent) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    List<Row> rows() {
        return rows;
    }

    /** The prices that can be meant; what cannot is told at its field. */
    Map<String, Price> read(Locale locale, LineProblems problems) {
        Map<String, Price> prices = new HashMap<>();
        for (Row row : rows) {
            if (row.isBlank()) {
                continue;
            }
            if (!Currencies.isInUse(row.currency())) {
                problems.add("currency-" + row.key(), "proposal.form.currency.required");
                continue;
            }
            Currency currency = Currency.getInstance(row.currency());
            BigDecimal price = amount(row.price(), currency, locale, "price-" + row.key(), problems);
            BigDecimal cost =
                    row.cost().isBlank() ? null : amount(row.cost(), currency, locale, "cost-" + row.key(), problems);
            if (price != null && prices.putIfAbsent(row.currency(), new Price(price, cost)) != null) {
                problems.add("currency-" + row.key(), "proposal.product.currency.twice", row.currency());
            }
        }
        return prices;
    }

    static @Nullable BigDecimal amount(
            String text, Currency currency, Locale locale, String field, LineProblems problems) {
        BigDecimal amount =
                text.isBlank() ? null : Amounts.parse(text, currency, locale).orElse(null);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (amount == null) {
            problems.add(field, "proposal.line.amount.invalid");
        } else if (amount.signum() < 0) {
            problems.add(field, "proposal.line.amount.negative");
        } else if (amount.stripTrailingZeros().scale() > digits) {
            problems.add(field, "proposal.line.amount.decimals", digits, currency.getCurrencyCode());
        } else if (amount.compareTo(TOO_MUCH) >= 0) {
            problems.add(field, "proposal.line.large");
        } else {
            return amount;
        }
        return null;
    }
}
