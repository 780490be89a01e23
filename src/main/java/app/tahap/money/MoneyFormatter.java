package app.tahap.money;

import java.text.NumberFormat;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** Prints money as people write it: the currency's sign and digits, without decimals where they are all zero. */
@Component
class MoneyFormatter implements Formatter<Money> {

    /** CLDR keeps a code of letters apart from the digits, which the JDK's data leaves out. */
    private static final Pattern CODE_BEFORE_DIGIT = Pattern.compile("(\\p{L})(?=\\d)");

    /** Making a format costs many times what copying one does; a format itself serves one thread at a time. */
    private final Map<Locale, NumberFormat> formats = new ConcurrentHashMap<>();

    @Override
    public String print(Money money, Locale locale) {
        NumberFormat format =
                (NumberFormat) formats.computeIfAbsent(regional(locale), NumberFormat::getCurrencyInstance)
                        .clone();
        format.setCurrency(money.currency());
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(money.amount().stripTrailingZeros().scale() <= 0 ? 0 : digits);
        // a minus, as wide as the plus that stands in the lines above and below it
        String printed = format.format(money.amount()).replace('-', '\u2212');
        return CODE_BEFORE_DIGIT.matcher(printed).replaceFirst("$1\u00A0");
    }

    @Override
    public Money parse(String text, Locale locale) throws ParseException {
        throw new ParseException("Money is entered as an amount and a currency", 0);
    }

    /** A language alone has no currency habits in the JDK's data; Indonesian is written as in Indonesia. */
    private static Locale regional(Locale locale) {
        if (!locale.getCountry().isEmpty()) {
            return locale;
        }
        return "id".equals(locale.getLanguage()) ? Locale.forLanguageTag("id-ID") : Locale.US;
    }
}
