package app.tahap.money;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Percentages as people type them. */
public final class Percentages {

    private static final BigDecimal ALL = new BigDecimal(100);
    private static final int DECIMALS = 3;

    private Percentages() {}

    /** Between 0 and 100 with at most three decimals, with a percent sign or without; blank is none; empty for anything else. */
    public static Optional<BigDecimal> read(String text, Locale locale) {
        String bare = text.strip().replaceFirst("\\s*%$", "");
        return bare.isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : Amounts.parse(bare, locale)
                        .filter(percent -> percent.signum() >= 0
                                && percent.compareTo(ALL) <= 0
                                && percent.stripTrailingZeros().scale() <= DECIMALS);
    }
}
