package app.tahap.notification;

import app.tahap.account.Viewer;
import app.tahap.money.Money;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** Says a notification in its reader's language. */
@Component
class NotificationWords {

    private final MessageSource messages;
    private final Formatter<Money> moneyFormat;

    NotificationWords(MessageSource messages, Formatter<Money> moneyFormat) {
        this.messages = messages;
        this.moneyFormat = moneyFormat;
    }

    String of(String message, List<Argument> arguments, Viewer reader) {
        Object[] words = arguments.stream()
                .map(argument -> argument.inWords(reader.locale(), reader.zone(), messages, moneyFormat))
                .toArray();
        return messages.getMessage(message, words, reader.locale());
    }
}
