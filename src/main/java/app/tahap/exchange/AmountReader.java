package app.tahap.exchange;

import app.tahap.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads amounts and currencies. */
final class AmountReader {

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    private static final int DECIMALS = 4;
    private static final List<Locale> WRITERS = List.of(Locale.ENGLISH, Locale.US, Locale.forLanguageTag("id-ID"));

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
        Optional<BigDecimal> number = sign.parse(withoutSign(text, currency));
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

    /** Rp 5.000 is an amount of rupiah; in a row of dollars it is an error. */
    private static String withoutSign(String text, Currency currency) {
        return Stream.concat(
                        WRITERS.stream().map(currency::getSymbol),
                        Stream.of(currency.getCurrencyCode(), currency.getSymbol(Locale.ROOT)))
                .filter(text::contains)
                .max(Comparator.comparingInt(String::length))
                .map(mark -> text.replace(mark, "").strip())
                .orElse(text);
    }
}
