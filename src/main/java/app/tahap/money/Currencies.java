package app.tahap.money;

import app.tahap.web.Choice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The currencies that can be chosen: those of ISO 4217 that some country pays with today. */
public final class Currencies {

    /** The JDK marks no currency as withdrawn, but knows what each country pays with. */
    private static final Set<Currency> IN_USE = Arrays.stream(Locale.getISOCountries())
            .map(country ->
                    Currency.getInstance(new Locale.Builder().setRegion(country).build()))
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());

    /** Whose ways of marking a currency are understood in every language. */
    private static final List<Locale> WRITERS = List.of(Locale.US, Locale.forLanguageTag("id-ID"), Locale.ROOT);

    private Currencies() {}

    /** All currencies in use by code, with their names in a language; the first one given stands on top. */
    public static List<Choice> choices(Currency first, Locale locale) {
        return choices(first, locale, first);
    }

    /**
     * As {@link #choices(Currency, Locale)}, with one that must stay on offer although it may be withdrawn, since something
     * is already valued in it.
     */
    public static List<Choice> choices(Currency first, Locale locale, Currency kept) {
        Stream<Currency> others = Stream.concat(IN_USE.stream(), Stream.of(kept))
                .distinct()
                .filter(currency -> !currency.equals(first))
                .sorted(Comparator.comparing(Currency::getCurrencyCode));
        return Stream.concat(Stream.of(first), others)
                .map(currency -> new Choice(
                        currency.getCurrencyCode(),
                        currency.getCurrencyCode() + " · " + currency.getDisplayName(locale)))
                .toList();
    }

    /**
     * An amount as people write it without the sign or code of its currency before or behind it: 250.000 for Rp 250.000.
     * What another currency would be marked by stays, so that no dollars are read as rupiah; so does all of a text that is
     * too long for an amount.
     */
    public static String withoutMark(String text, Currency currency, Locale locale) {
        if (Amounts.isTooLong(text)) {
            return text;
        }
        String marks = Stream.concat(
                        Stream.concat(WRITERS.stream(), Stream.of(locale)).map(currency::getSymbol),
                        Stream.of(currency.getCurrencyCode()))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String inFront = "(?iU)^(\\s*-?)\\s*(?:" + marks + ")((?<=\\p{L})\\.)?\\s*(?=[-\\d])";
        String behind = "(?iU)(?<=\\d[.,]?)\\s*(?:" + marks + ")\\s*$";
        String bare = text.replaceFirst(inFront, "$1");
        return bare.equals(text) ? text.replaceFirst(behind, "") : bare;
    }

    /** All currencies in use except one. */
    public static List<Choice> others(Currency except, Locale locale) {
        return choices(except, locale).stream().skip(1).toList();
    }

    /** Whether some country pays with it today. */
    public static boolean isInUse(Currency currency) {
        return IN_USE.contains(currency);
    }

    /** Whether it is the code of a currency that some country pays with today. */
    public static boolean isInUse(String code) {
        return IN_USE.stream().anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
