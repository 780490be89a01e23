package app.tahap.field;

import app.tahap.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field in a form.
 *
 * @param typed as typed or as stored; several for a field of several choices, at most one otherwise
 * @param currency the code that is chosen for money
 * @param options of a field with choices, and users; what a record has already stays on offer, although it may be archived
 * @param currencies that money can be in
 * @param error what is wrong with what was typed, in the viewer's language
 */
public record FieldInput(
        Field field,
        List<String> typed,
        @Nullable String currency,
        List<Choice> options,
        List<Choice> currencies,
        @Nullable String error) {

    /** What a single input shows. */
    public @Nullable String value() {
        return typed.isEmpty() ? null : typed.get(0);
    }

    public boolean chose(String option) {
        return typed.contains(option);
    }
}
