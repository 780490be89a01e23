package app.tahap.deal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Several labels in one cell. */
    public static String join(Stream<String> labels) {
        return labels.collect(Collectors.joining("; "));
    }

    /** One label, or several parted by semicolons or else by commas; a label that is known may hold such signs itself. */
    public static List<String> split(String cell, Function<String, Boolean> known) {
        for (String sign : List.of("\\z", ";", ",")) {
            List<String> labels = parts(cell, sign);
            if (!labels.isEmpty() && labels.stream().allMatch(known::apply)) {
                return labels;
            }
        }
        return parts(cell, cell.indexOf(';') < 0 ? "," : ";");
    }

    private static List<String> parts(String cell, String sign) {
        return Arrays.stream(cell.split(sign))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }
}
