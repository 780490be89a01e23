package app.tahap.field;

import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Numeric;
import app.tahap.field.FieldValue.Text;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What values must be like, wherever they come from. */
public final class FieldRules {

    /** Characters: what an index takes of four bytes each. */
    public static final int LONGEST_TEXT = 500;

    /** What amounts of deals have to stay below as well. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E15");

    private static final int MOST_DECIMALS = 6;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private FieldRules() {}

    /** A rule that a value breaks: the key of the message that says so. */
    public record Problem(String messageKey, Object... arguments) {}

    /** What is wrong with a value that is of the field's type; null where nothing is. */
    public static @Nullable Problem problemOf(FieldType type, FieldValue value) {
        return switch (type) {
            case TEXT ->
                ((Text) value).text().length() > LONGEST_TEXT ? new Problem("field.text.long", LONGEST_TEXT) : null;
            case NUMBER -> number(((Numeric) value).number(), MOST_DECIMALS, "field.number.decimals");
            case MONEY -> {
                Amount amount = (Amount) value;
                Currency currency = amount.money().currency();
                yield number(amount.amount(), currency.getDefaultFractionDigits(), "field.money.decimals", currency);
            }
            case DATE -> {
                int year = ((Text) value).date().getYear();
                yield year < FIRST_YEAR || year > LAST_YEAR ? new Problem("field.date.invalid") : null;
            }
            case CHOICE, CHOICES, USER -> null;
        };
    }

    private static @Nullable Problem number(BigDecimal number, int most, String decimalsKey, Object... more) {
        if (number.abs().compareTo(TOO_LARGE) >= 0) {
            return new Problem("field.number.large");
        }
        int decimals = Math.max(0, most);
        return number.scale() > decimals
                ? new Problem(decimalsKey, decimals, more.length == 0 ? "" : more[0].toString())
                : null;
    }
}
