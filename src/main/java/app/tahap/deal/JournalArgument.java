package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.money.Money;
import app.tahap.web.Show;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.format.Formatter;

/**
 * What a text of the journal is filled with, kept as it is so that every reader sees it in his language.
 *
 * @param value as the type's own {@code toString} writes it; money as currency and amount; a message as its key
 */
public record JournalArgument(Kind kind, String value) {

    /** How a value is written for a reader. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        INSTANT,
        MONEY,
        MESSAGE
    }

    public static JournalArgument of(String text) {
        return new JournalArgument(Kind.TEXT, text);
    }

    public static JournalArgument of(BigDecimal number) {
        return new JournalArgument(Kind.NUMBER, number.toPlainString());
    }

    public static JournalArgument of(long number) {
        return new JournalArgument(Kind.NUMBER, Long.toString(number));
    }

    public static JournalArgument of(LocalDate date) {
        return new JournalArgument(Kind.DATE, date.toString());
    }

    public static JournalArgument of(Instant instant) {
        return new JournalArgument(Kind.INSTANT, instant.toString());
    }

    public static JournalArgument of(Money money) {
        return new JournalArgument(
                Kind.MONEY,
                money.currency().getCurrencyCode() + " " + money.amount().toPlainString());
    }

    /** A word of a bundle, such as the name of a choice that is the same for all workspaces. */
    public static JournalArgument message(String key) {
        return new JournalArgument(Kind.MESSAGE, key);
    }

    String inWords(Viewer reader, MessageSource messages, Formatter<Money> moneyFormat) {
        Locale locale = reader.locale();
        Show show = new Show(locale);
        return switch (kind) {
            case TEXT -> value;
            case NUMBER -> show.exact(new BigDecimal(value));
            case DATE -> show.date(LocalDate.parse(value));
            case INSTANT -> show.dateTime(Instant.parse(value), reader.zone());
            case MONEY -> moneyFormat.print(money(), locale);
            case MESSAGE -> messages.getMessage(value, null, locale);
        };
    }

    private Money money() {
        int space = value.indexOf(' ');
        return new Money(new BigDecimal(value.substring(space + 1)), Currency.getInstance(value.substring(0, space)));
    }
}
