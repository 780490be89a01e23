package app.tahap.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exchange rates to the workspace's base currency, each in force from its date until the next one. */
@Repository
public class ExchangeRates {

    private final JdbcClient jdbc;

    ExchangeRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets nobody add or change a rate before the end of the transaction. Whoever values something for good asks for this
     * first: a rate that was added meanwhile would not be found, and what is not yet stored would not be valued by it.
     */
    public void hold() {
        jdbc.sql("lock table exchange_rate in share mode").update();
    }

    /**
     * What one unit of a currency is worth in the base currency on a date; 1 for the base currency, empty where no rate
     * is known for that date.
     */
    public Optional<BigDecimal> find(String currency, LocalDate day) {
        return jdbc.sql("select rate from rates_on(:day) where currency = :currency")
                .param("day", day)
                .param("currency", currency)
                .query(BigDecimal.class)
                .optional();
    }

    /** Every rate of some currencies, with one query. */
    public RateHistory history(Collection<String> currencies) {
        Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
        jdbc.sql("select currency, valid_from, rate from exchange_rate where currency = any(:currencies)")
                .param("currencies", currencies.toArray(String[]::new))
                .query(row -> {
                    rates.computeIfAbsent(row.getString("currency"), code -> new TreeMap<>())
                            .put(row.getObject("valid_from", LocalDate.class), row.getBigDecimal("rate"));
                });
        return new RateHistory(rates);
    }
}
