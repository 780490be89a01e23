package app.tahap.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A currency with the rate in force today.
 *
 * @param rate null where the first one begins later
 * @param validFrom since when it is in force
 * @param next from when another one will be
 * @param rates how many there are at all
 */
record CurrencyRateRow(
        String currency,
        @Nullable BigDecimal rate,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate next,
        int rates) {}
