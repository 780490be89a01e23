package app.tahap.exchange;

import app.tahap.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads amounts and currencies. */
final class AmountReader {

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    private static final int DECIMALS = 4;

    private final DecimalSign sign;
    private final boolean zeroIsUnknown;

    AmountReader(DecimalSign sign, boolean zeroIsUnknown) {
        this.sign = sign;
        this.zeroIsUnknown = zeroIsUnknown;
    }

    /** The currency with an ISO code that somebody pays with; empty where there is none. */
    static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)))
                    .filter(Currencies::isInUse);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The amount that a text means, with or without the sign of its own currency; null where it is unknown. */
    @Nullable BigDecimal read(String text, Currency currency, List<Problem> problems, List<String> warnings) {
        Optional<BigDecimal> number = sign.parse(Currencies.withoutMark(text, currency, Locale.ROOT));
        if (number.isEmpty()) {
            problems.add(Problem.of("amount", text));
            return null;
        }
        BigDecimal amount = number.get();
        if (amount.signum() < 0) {
            problems.add(Problem.of("amount.negative", text));
        } else if (amount.compareTo(LIMIT) >= 0) {
            problems.add(Problem.of("amount.large", text));
        } else if (amount.signum() == 0 && zeroIsUnknown) {
            warnings.add("zero");
            return null;
        }
        return amount.scale() > DECIMALS ? amount.setScale(DECIMALS, RoundingMode.HALF_EVEN) : amount;
    }
}
