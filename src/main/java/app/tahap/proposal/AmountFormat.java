package app.tahap.proposal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes the amounts of one proposal alike: all with the decimals of their currency, or none of them where all are whole.
 * Not safe for several threads.
 */
final class AmountFormat {

    private static final Pattern CODE_BEFORE_DIGIT = Pattern.compile("(\\p{L})(?=\\d)");
    private static final int MOST_DECIMALS = 4;

    private final NumberFormat plain;
    private final NumberFormat money;
    private final NumberFormat exact;

    AmountFormat(Locale locale, Currency currency, Collection<BigDecimal> amounts) {
        Locale regional = "id".equals(locale.getLanguage()) ? Locale.forLanguageTag("id-ID") : Locale.US;
        boolean whole =
                amounts.stream().allMatch(amount -> amount.stripTrailingZeros().scale() <= 0);
        int digits = whole ? 0 : Math.max(0, currency.getDefaultFractionDigits());
        plain = NumberFormat.getNumberInstance(regional);
        plain.setMinimumFractionDigits(digits);
        plain.setMaximumFractionDigits(digits);
        money = NumberFormat.getCurrencyInstance(regional);
        money.setCurrency(currency);
        money.setMinimumFractionDigits(digits);
        money.setMaximumFractionDigits(digits);
        exact = NumberFormat.getNumberInstance(regional);
        exact.setMaximumFractionDigits(MOST_DECIMALS);
    }

    /** Without a sign of the currency, for columns that name it once. */
    String plain(BigDecimal amount) {
        return plain.format(amount);
    }

    String money(BigDecimal amount) {
        return CODE_BEFORE_DIGIT.matcher(money.format(amount)).replaceFirst("$1\u00A0");
    }

    /** With a plus or minus sign. */
    String difference(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + money(amount);
    }

    /** A quantity, or a percentage, with the decimals it has. */
    String exact(BigDecimal number) {
        return exact.format(number);
    }
}
