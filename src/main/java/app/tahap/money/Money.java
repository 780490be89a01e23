package app.tahap.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An amount in a currency. Amounts of unlike currencies are never added: a total is in the base currency at labelled
 * rates, or there is one total per currency. Shown by {@code ${{...}}} in the viewer's language.
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final BigDecimal LARGE = new BigDecimal("1000");

    public Money(BigDecimal amount, String currency) {
        this(amount, Currency.getInstance(currency));
    }

    /** Money for an amount that may be unknown: null stays null, since a blank amount is not zero. */
    public static @Nullable Money ofNullable(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : new Money(amount, currency);
    }

    /** The amount in whole units where it is large: for headings, in which cents only distract. */
    public Money rounded() {
        return amount.abs().compareTo(LARGE) < 0
                ? this
                : new Money(amount.setScale(0, RoundingMode.HALF_EVEN), currency);
    }
}
