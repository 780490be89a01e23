package app.tahap.review;

import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rates of one day, at which all amounts of a summary are valued, so that no rate looks like a change of the pipeline. */
record Rates(Currency base, Map<String, Rate> byCurrency) {

    /** @param validFrom null for the base currency */
    record Rate(String currency, BigDecimal rate, @Nullable LocalDate validFrom) {}

    MoneyTotal none() {
        return MoneyTotal.zero(base);
    }

    /** What a deal was worth at a moment; nothing where that is not known. */
    MoneyTotal value(Standing standing) {
        return value(standing, BigDecimal.ONE);
    }

    /** The same, times the chance of its stage to be won. */
    MoneyTotal weighted(Standing standing) {
        BigDecimal probability = standing.probability();
        return value(standing, probability == null ? BigDecimal.ZERO : probability);
    }

    private MoneyTotal value(Standing standing, BigDecimal factor) {
        BigDecimal amount = standing.amount();
        String currency = standing.currency();
        if (amount == null || currency == null) {
            return none();
        }
        Rate rate = byCurrency.get(currency);
        Money money = new Money(amount.multiply(factor), currency);
        return rate == null ? none().plus(money, null, null) : none().plus(money, rate.rate(), rate.validFrom());
    }
}
