package app.tahap.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads exchange rates for the pages on which they are set. */
@Repository
class ExchangeRateList {

    private final JdbcClient jdbc;
    private final CurrenciesInUse inUse;

    ExchangeRateList(JdbcClient jdbc, CurrenciesInUse inUse) {
        this.jdbc = jdbc;
        this.inUse = inUse;
    }

    /** Each currency that has a rate, with the one in force on a day. */
    List<CurrencyRateRow> currencies(LocalDate today) {
        return jdbc.sql("""
                        select e.currency, c.rate, c.valid_from, e.next, e.rates
                          from (select currency, count(*) as rates, min(valid_from) filter (where valid_from > :today) as next
                                  from exchange_rate group by currency) e
                          left join lateral (select rate, valid_from from exchange_rate
                                              where currency = e.currency and valid_from <= :today
                                              order by valid_from desc limit 1) c on true
                         order by e.currency
                        """).param("today", today).query(CurrencyRateRow.class).list();
    }

    /** The currencies of amounts that cannot be valued on a day, since no rate is known. */
    Set<String> missing(LocalDate today) {
        Set<String> missing = new TreeSet<>(inUse.codes());
        missing.removeAll(jdbc.sql("select currency from rates_on(:today)")
                .param("today", today)
                .query(String.class)
                .set());
        return missing;
    }

    long count(String currency) {
        return jdbc.sql("select count(*) from exchange_rate where currency = :currency")
                .param("currency", currency)
                .query(Long.class)
                .single();
    }

    /** The rates of a currency, the newest first. */
    List<ExchangeRateRow> history(String currency, long offset, int limit) {
        return jdbc.sql("""
                        select currency, valid_from, rate, rate / lag(rate) over (order by valid_from) - 1 as change
                          from exchange_rate where currency = :currency
                         order by valid_from desc offset :offset limit :limit
                        """)
                .param("currency", currency)
                .param("offset", offset)
                .param("limit", limit)
                .query(ExchangeRateRow.class)
                .list();
    }

    Optional<BigDecimal> find(String currency, LocalDate validFrom) {
        return jdbc.sql("select rate from exchange_rate where currency = :currency and valid_from = :from")
                .param("currency", currency)
                .param("from", validFrom)
                .query(BigDecimal.class)
                .optional();
    }

    /** All rates by currency and date. */
    List<ExchangeRateRow> all() {
        return jdbc.sql("""
                        select currency, valid_from, rate, null::numeric as change
                          from exchange_rate order by currency, valid_from
                        """).query(ExchangeRateRow.class).list();
    }
}
