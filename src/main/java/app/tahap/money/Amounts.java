package app.tahap.money;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts as people type them. */
public final class Amounts {

    /** Characters. No amount is longer, and reading one takes time that grows by the square of its length. */
    private static final int LONGEST = 100;

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+");

    /** Thousands, also in the Indian manner, all by the same separator; no group begins a number with zero. */
    private static final Pattern GROUPED = Pattern.compile("-?[1-9][0-9]{0,2}([.,])([0-9]{2,3}\\1)*[0-9]{3}");

    /** How many zeros the words stand for that people shorten amounts by. */
    private static final Map<String, Integer> ENGLISH =
            Map.of("k", 3, "thousand", 3, "m", 6, "mn", 6, "mio", 6, "million", 6, "b", 9, "bn", 9, "billion", 9);

    /** An M is a milyar, a thousand times what it is in English; k is understood by all who trade on-line. */
    private static final Map<String, Integer> INDONESIAN = Map.ofEntries(
            Map.entry("rb", 3),
            Map.entry("ribu", 3),
            Map.entry("k", 3),
            Map.entry("jt", 6),
            Map.entry("juta", 6),
            Map.entry("m", 9),
            Map.entry("mlr", 9),
            Map.entry("miliar", 9),
            Map.entry("milyar", 9),
            Map.entry("t", 12),
            Map.entry("triliun", 12),
            Map.entry("trilyun", 12));

    private static final Pattern SHORTENED = Pattern.compile("(?<number>.*\\d)\\s*(?<word>\\p{L}+)\\.?\\s*");

    /** 1.500 jt is a thousand and a half in one habit, and one and a half in another: nobody can tell which is meant. */
    private static final Pattern AMBIGUOUS = Pattern.compile("\\s*-?\\d+[.,]\\d{3}\\s*");

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
        String digits = withHyphen(text).replaceAll("[\\s\\u00A0\\u202F'’]", "");
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

    /** Amounts are shown with a minus, but typed with what keyboards have. */
    private static String withHyphen(String text) {
        return text.replace('\u2212', '-');
    }

    /** Whether a text is longer than any amount is written; ask before a number or a pattern is looked for in it. */
    public static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    /**
     * As {@link #parse(String, Locale)}, for a text that may bear the sign or the code of its own currency, as Rp 250.000,
     * and be shortened in the manner of the language: 12,5 jt, 500 rb and 1,5 M in Indonesian, 12.5k and 1.2m in English.
     */
    public static Optional<BigDecimal> parse(String text, Currency currency, Locale locale) {
        if (isTooLong(text)) {
            return Optional.empty();
        }
        String bare = Currencies.withoutMark(withHyphen(text), currency, locale);
        Matcher shortened = SHORTENED.matcher(bare);
        if (!shortened.matches()) {
            return parse(bare, locale);
        }
        Integer zeros = (locale.getLanguage().equals("id") ? INDONESIAN : ENGLISH)
                .get(shortened.group("word").toLowerCase(Locale.ROOT));
        String number = shortened.group("number");
        return zeros == null || AMBIGUOUS.matcher(number).matches()
                ? Optional.empty()
                : parse(number, locale).map(amount -> shortest(amount.multiply(BigDecimal.TEN.pow(zeros))));
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
