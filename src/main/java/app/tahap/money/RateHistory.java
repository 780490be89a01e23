package app.tahap.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All rates of some currencies, for those who value many amounts of many days. */
public final class RateHistory {

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates;

    RateHistory(Map<String, NavigableMap<LocalDate, BigDecimal>> rates) {
        this.rates = rates;
    }

    /** As {@link ExchangeRates#find}, but always empty for the base currency, which has no history. */
    public Optional<BigDecimal> find(String currency, LocalDate day) {
        return Optional.ofNullable(rates.getOrDefault(currency, new TreeMap<>()).floorEntry(day))
                .map(Map.Entry::getValue);
    }
}
