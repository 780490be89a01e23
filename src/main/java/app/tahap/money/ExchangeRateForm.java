package app.tahap.money;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
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

        @Nullable BigDecimal before) {}
