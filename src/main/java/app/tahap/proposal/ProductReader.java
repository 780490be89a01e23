package app.tahap.proposal;

import app.tahap.web.SearchText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads products as they are offered in one currency. */
@Repository
class ProductReader {

    private static final int MOST_SUGGESTED = 20;

    private static final String OFFER = """
            select p.id, p.code, p.name, p.description, p.unit, p.tax_rate, r.price, r.cost
              from product p left join product_price r on r.product_id = p.id and r.currency = :currency
            """;

    private final JdbcClient jdbc;

    ProductReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of some ids, archived ones too. */
    Map<Long, ProductOffer> offers(Collection<Long> ids, String currency) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(OFFER + " where p.id = any(:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .param("currency", currency)
                        .query(ProductOffer.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(ProductOffer::id, Function.identity()));
    }

    /** All that have a code, archived ones too, by that code in small letters. */
    Map<String, ProductOffer> byCode(String currency) {
        Map<String, ProductOffer> offers = new HashMap<>();
        jdbc.sql(OFFER + " where p.code is not null order by p.id")
                .param("currency", currency)
                .query(ProductOffer.class)
                .list()
                .forEach(offer ->
                        offers.putIfAbsent(Objects.requireNonNull(offer.code()).toLowerCase(Locale.ROOT), offer));
        return offers;
    }

    /** Products in use whose code or name holds a text, those with a price in the currency first. */
    List<ProductOffer> suggest(String text, String currency) {
        return jdbc.sql(OFFER + """
                         where p.archived_at is null
                           and (:wanted = '' or lower(p.name) like :pattern or lower(p.code) like :pattern
                                or lower(p.code) || ' · ' || lower(p.name) = :wanted)
                         order by coalesce(lower(p.code) = :wanted, false) desc, lower(p.name) = :wanted desc,
                                  r.price is null, lower(p.name), p.id
                         limit :most
                        """)
                .param("currency", currency)
                .param("wanted", SearchText.plain(text))
                .param("pattern", SearchText.anywhere(text))
                .param("most", MOST_SUGGESTED)
                .query(ProductOffer.class)
                .list();
    }

    /** The product that is meant by what was typed: its label, code or name, or the only one that is like it. */
    Optional<ProductOffer> meant(String text, String currency) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<ProductOffer> found = suggest(text, currency);
        String typed = text.strip();
        return found.stream()
                .filter(product -> typed.equalsIgnoreCase(product.label())
                        || typed.equalsIgnoreCase(product.name())
                        || typed.equalsIgnoreCase(product.code()))
                .findFirst()
                .or(() -> found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty());
    }
}
