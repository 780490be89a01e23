package app.tahap.deal;

import app.tahap.money.Amounts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Amounts of deals as people type them. */
public final class DealAmounts {

    /** What numeric(19, 4) holds. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E15");

    private static final int MOST_DECIMALS = 4;

    private DealAmounts() {}

    /** The amount typed; null for none, and for what {@link #check} refuses. */
    public static @Nullable BigDecimal read(@Nullable String text, Currency currency, Locale locale) {
        return text == null ? null : Amounts.parse(text, currency, locale).orElse(null);
    }

    /** Tells as an error of the field what cannot be an amount in that currency. */
    public static void check(@Nullable String text, Currency currency, String field, Errors errors, Locale locale) {
        if (text == null || text.isBlank()) {
            return;
        }
        BigDecimal amount = read(text, currency, locale);
        if (amount == null) {
            errors.rejectValue(field, "deal.form.amount.invalid");
        } else if (amount.signum() < 0) {
            errors.rejectValue(field, "deal.form.amount.negative");
        } else if (amount.compareTo(TOO_LARGE) >= 0) {
            errors.rejectValue(field, "deal.form.amount.large");
        } else if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            Object[] limit = {currency.getDefaultFractionDigits(), currency.getCurrencyCode()};
            errors.rejectValue(field, "deal.form.amount.decimals", limit, null);
        }
    }

    /** An amount as it stands in a form, from which {@link #read} takes it again. */
    public static @Nullable String write(@Nullable BigDecimal amount, Locale locale) {
        if (amount == null) {
            return null;
        }
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(MOST_DECIMALS);
        return number.format(amount);
    }
}
