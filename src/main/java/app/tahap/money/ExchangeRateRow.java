package app.tahap.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rate in the history of its currency.
 *
 * @param change by which share it differs from the one before; null for the first
 */
record ExchangeRateRow(
        String currency,
        LocalDate validFrom,
        BigDecimal rate,
        @Nullable BigDecimal change) {

    /** What one unit of the base currency is worth in this one: easier to judge where the rate is tiny, or a slip. */
    public BigDecimal inverse() {
        return BigDecimal.ONE.divide(rate, new MathContext(6));
    }
}
