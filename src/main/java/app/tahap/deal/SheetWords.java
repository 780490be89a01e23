package app.tahap.deal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** How columns of files are called, and what stands in them: written in one language, understood in each. */
public record SheetWords(MessageSource messages) {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("id"));

    /** A column that is called as a message says. */
    public SheetColumn column(String key, Locale locale, String message, Object... arguments) {
        return column(key, locale, in -> messages.getMessage(message, arguments, in));
    }

    /** A column whose name depends on the language. */
    public SheetColumn column(String key, Locale locale, Function<Locale, String> name) {
        Set<String> names = LANGUAGES.stream().map(name).collect(Collectors.toSet());
        return new SheetColumn(key, name.apply(locale), names);
    }

    /** The value that a cell says in any language, by the message of each or by its own name. */
    public <T extends Enum<T>> Optional<T> value(String cell, Class<T> type, String prefix) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(cell) || says(cell, prefix + value.name()))
                .findFirst();
    }

    /** Whether a cell says a message in any language. */
    public boolean says(String cell, String message) {
        return LANGUAGES.stream().anyMatch(in -> cell.equalsIgnoreCase(messages.getMessage(message, null, in)));
    }
}
