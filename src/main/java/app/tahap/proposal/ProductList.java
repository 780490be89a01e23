package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.web.SearchText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of products. */
@Repository
class ProductList {

    private static final String WHICH = """
             from product p
            where (p.archived_at is not null) = :archived
              and (:text = '' or lower(p.name) like :pattern or lower(p.code) like :pattern)
            """;

    private final JdbcClient jdbc;

    ProductList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(@Nullable String text, boolean archived) {
        return statement("select count(*)" + WHICH, text, archived)
                .query(Long.class)
                .single();
    }

    List<ProductRow> rows(@Nullable String text, boolean archived, long offset, int limit, Viewer viewer) {
        List<ProductRow> rows = statement(
                        "select p.id, p.code, p.name, p.unit, p.tax_rate, null as prices, :archived as archived" + WHICH
                                + " order by lower(p.name), p.id offset :offset limit :limit",
                        text,
                        archived)
                .param("offset", offset)
                .param("limit", limit)
                .query(ProductRow.class)
                .list();
        Map<Long, List<String>> prices =
                prices(rows.stream().map(ProductRow::id).toList(), viewer.locale());
        return rows.stream()
                .map(row -> new ProductRow(
                        row.id(),
                        row.code(),
                        row.name(),
                        row.unit(),
                        row.taxRate(),
                        prices.containsKey(row.id()) ? String.join(" · ", prices.get(row.id())) : null,
                        row.archived()))
                .toList();
    }

    private Map<Long, List<String>> prices(List<Long> ids, Locale locale) {
        Map<Long, List<String>> prices = new TreeMap<>();
        jdbc.sql("select product_id, currency, price from product_price where product_id = any(:ids) order by currency")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    BigDecimal price = row.getBigDecimal("price");
                    AmountFormat format =
                            new AmountFormat(locale, Currency.getInstance(row.getString("currency")), List.of(price));
                    prices.computeIfAbsent(row.getLong("product_id"), id -> new ArrayList<>())
                            .add(format.money(price));
                });
        return prices;
    }

    /** A product's price in one currency; a product without prices is one, too. */
    record Entry(
            @Nullable String code,
            String name,
            @Nullable String description,
            @Nullable String unit,
            BigDecimal taxRate,
            @Nullable String currency,
            @Nullable BigDecimal price,
            @Nullable BigDecimal cost) {}

    /** Hands over all products in use, one price at a time. */
    @Transactional(readOnly = true)
    public void forEach(Consumer<Entry> consumer) {
        jdbc.sql("""
                        select p.code, p.name, p.description, p.unit, p.tax_rate, r.currency, r.price, r.cost
                          from product p left join product_price r on r.product_id = p.id
                         where p.archived_at is null
                         order by lower(p.name), p.id, r.currency
                        """).query(Entry.class).list().forEach(consumer);
    }

    private JdbcClient.StatementSpec statement(String sql, @Nullable String text, boolean archived) {
        return jdbc.sql(sql)
                .param("text", SearchText.plain(text))
                .param("pattern", SearchText.anywhere(text))
                .param("archived", archived);
    }
}
