package app.tahap.money;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * @param currency ISO 4217 code
 * @param rate as typed: what one unit of the currency is worth in the base currency
 * @param before the rate that was there when the form was shown; null for a new one
 */
record ExchangeRateForm(
        @NotBlank(message = "{money.rate.currency.required}") @Nullable String currency,

        @NotNull(message = "{money.rate.date.required}") @Nullable LocalDate validFrom,

        @NotBlank(message = "{money.rate.invalid}") @Nullable String rate,

        @Nullable String before) {

    private static final Pattern STORED = Pattern.compile("[0-9]{1,12}([.][0-9]{1,12})?");

    /** The rate that was seen; null for none, and for what no rate can be. */
    @Nullable BigDecimal seen() {
        return before != null && STORED.matcher(before).matches() ? new BigDecimal(before) : null;
    }
}
