package app.tahap.proposal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What is wrong in the lines of a form, by the name of the field. */
final class LineProblems {

    private final Map<String, String> problems = new LinkedHashMap<>();
    private final MessageSource messages;
    private final Locale locale;

    LineProblems(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    void add(String field, String messageKey, @Nullable Object... arguments) {
        problems.putIfAbsent(field, messages.getMessage(messageKey, arguments, locale));
    }

    boolean none() {
        return problems.isEmpty();
    }

    int count() {
        return problems.size();
    }

    /** The text for each field that has one. */
    Map<String, String> byField() {
        return problems;
    }
}
