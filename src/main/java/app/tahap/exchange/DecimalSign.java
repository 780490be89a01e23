package app.tahap.exchange;

import app.tahap.money.Amounts;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a file writes 1,234.50 or 1.234,50. */
enum DecimalSign {
    POINT('.', ','),
    COMMA(',', '.');

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F'’]");

    private final char sign;
    private final Pattern number;

    DecimalSign(char sign, char group) {
        this.sign = sign;
        this.number = Pattern.compile(
                "[+-]?(\\d+|\\d{1,3}(\\%c\\d{2,3})*\\%c\\d{3})?(\\%c\\d*)?".formatted(group, group, sign));
    }

    static DecimalSign of(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? COMMA : POINT;
    }

    /** The number that a text means; empty where it is none in this format, so that 1,5 never becomes 15. */
    Optional<BigDecimal> parse(String text) {
        if (Amounts.isTooLong(text)) {
            return Optional.empty();
        }
        String digits = SPACES.matcher(text).replaceAll("");
        if (!number.matcher(digits).matches() || digits.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String plain = digits.replaceAll("[^0-9" + sign + "-]", "").replace(sign, '.');
        return Optional.of(new BigDecimal(plain.endsWith(".") ? plain + "0" : plain));
    }
}
