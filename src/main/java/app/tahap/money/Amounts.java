package app.tahap.money;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts as people type them. */
public final class Amounts {

    /** Characters. No amount is longer, and reading one takes time that grows by the square of its length. */
    private static final int LONGEST = 100;

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+");

    /** Thousands, also in the Indian manner, all by the same separator; no group begins a number with zero. */
    private static final Pattern GROUPED = Pattern.compile("-?[1-9][0-9]{0,2}([.,])([0-9]{2,3}\\1)*[0-9]{3}");

    private Amounts() {}

    /**
     * The number that a text means: 1,500.50 and 1.500,50 alike. A single separator before exactly three digits groups
     * thousands if that is what it does in the language, and is a decimal sign otherwise.
     *
     * @return empty where the text is no number, is too long for one, or its separators contradict each other; without
     *     zeros that end the fraction
     */
    public static Optional<BigDecimal> parse(String text, Locale locale) {
        if (isTooLong(text)) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[\\s\\u00A0\\u202F'’]", "");
        int decimal = decimalSign(digits, locale);
        String whole = decimal < 0 ? digits : digits.substring(0, decimal);
        String fraction = decimal < 0 ? "" : digits.substring(decimal + 1);
        boolean grouped =
                GROUPED.matcher(whole).matches() && (decimal < 0 || whole.indexOf(digits.charAt(decimal)) < 0);
        boolean plain = PLAIN.matcher(whole).matches();
        return (plain || grouped) && fraction.matches("[0-9]*")
                ? Optional.of(shortest(new BigDecimal(whole.replaceAll("[.,]", "") + "." + fraction + "0")))
                : Optional.empty();
    }

    /** Whether a text is longer than any amount is written; ask before a number or a pattern is looked for in it. */
    public static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    /** As {@link #parse(String, Locale)}, for a text that may bear the sign or the code of its own currency: Rp 250.000. */
    public static Optional<BigDecimal> parse(String text, Currency currency, Locale locale) {
        return parse(Currencies.withoutMark(text, currency, locale), locale);
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Where the decimal sign stands, or -1. */
    private static int decimalSign(String digits, Locale locale) {
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0 || (point >= 0 && comma >= 0)) {
            return last;
        }
        char sign = digits.charAt(last);
        boolean repeated = digits.indexOf(sign) != last;
        boolean groupsInLanguage = DecimalFormatSymbols.getInstance(locale).getGroupingSeparator() == sign;
        return repeated || (groupsInLanguage && GROUPED.matcher(digits).matches()) ? -1 : last;
    }
}
