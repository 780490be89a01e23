package app.tahap.deal;

import app.tahap.notification.Argument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened about a deal without changing a measured fact.
 *
 * @param message the key of the text that says it; {0} is who did it, {1} and on the arguments
 * @param arguments what the text is filled with
 * @param detail what people wrote, shown below the text; null for nothing
 * @param link the path of the page that shows more; null for none
 */
public record JournalEntry(
        String message,
        List<Argument> arguments,
        @Nullable String detail,
        @Nullable String link) {

    public static JournalEntry of(String message, Argument... arguments) {
        return new JournalEntry(message, List.of(arguments), null, null);
    }

    public JournalEntry detailed(@Nullable String newDetail) {
        return new JournalEntry(message, arguments, newDetail, link);
    }

    public JournalEntry leadingTo(String path) {
        return new JournalEntry(message, arguments, detail, path);
    }
}
