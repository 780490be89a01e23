package app.tahap.money;

import app.tahap.web.Choice;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The currencies that can be chosen: all of ISO 4217 that people pay with. */
public final class Currencies {

    private Currencies() {}

    /** All currencies by code, with their names in a language; the first one given stands on top. */
    public static List<Choice> choices(Currency first, Locale locale) {
        Stream<Currency> others = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0 && !currency.equals(first))
                .sorted(Comparator.comparing(Currency::getCurrencyCode));
        return Stream.concat(Stream.of(first), others)
                .map(currency -> new Choice(
                        currency.getCurrencyCode(),
                        currency.getCurrencyCode() + " · " + currency.getDisplayName(locale)))
                .toList();
    }
}
