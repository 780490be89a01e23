package app.tahap.notification;

import app.tahap.money.Money;
import app.tahap.web.Show;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.format.Formatter;

/**
 * What the text of a notification, or of an entry in a deal's journal, is filled with: kept as it is, so that it is shown in the
 * language and time zone of its reader.
 *
 * @param value as the type's own {@code toString} writes it; money as currency and amount; a message as its key
 */
public record Argument(Kind kind, String value) {

    /** How a value is written for a reader. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        INSTANT,
        MONEY,
        MESSAGE
    }

    public static Argument of(String text) {
        return new Argument(Kind.TEXT, text);
    }

    public static Argument of(long number) {
        return new Argument(Kind.NUMBER, Long.toString(number));
    }

    public static Argument of(BigDecimal number) {
        return new Argument(Kind.NUMBER, number.toPlainString());
    }

    public static Argument of(LocalDate date) {
        return new Argument(Kind.DATE, date.toString());
    }

    public static Argument of(Instant instant) {
        return new Argument(Kind.INSTANT, instant.toString());
    }

    public static Argument of(Money money) {
        return new Argument(
                Kind.MONEY,
                money.currency().getCurrencyCode() + " " + money.amount().toPlainString());
    }

    /** A word of a bundle, such as the name of a choice that is the same for all workspaces. */
    public static Argument message(String key) {
        return new Argument(Kind.MESSAGE, key);
    }

    /** The value as a reader reads it. */
    public String inWords(Locale locale, ZoneId zone, MessageSource messages, Formatter<Money> moneyFormat) {
        Show show = new Show(locale);
        return switch (kind) {
            case TEXT -> value;
            case NUMBER -> show.exact(new BigDecimal(value));
            case DATE -> show.date(LocalDate.parse(value));
            case INSTANT -> show.dateTime(Instant.parse(value), zone);
            case MONEY -> moneyFormat.print(money(), locale);
            case MESSAGE -> messages.getMessage(value, null, locale);
        };
    }

    private Money money() {
        int space = value.indexOf(' ');
        return new Money(new BigDecimal(value.substring(space + 1)), Currency.getInstance(value.substring(0, space)));
    }
}
