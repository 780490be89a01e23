package app.tahap.field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field as an administrator defined it.
 *
 * @param required whether forms ask for a value; records without one stay as they are until somebody edits them
 * @param archived no longer shown or asked for; the values stay
 * @param choices in their order, archived ones too; empty for a field without choices
 */
public record Field(
        long id,
        RecordKind kind,
        FieldType type,
        String name,
        @Nullable String hint,
        boolean required,
        boolean archived,
        int version,
        List<FieldChoice> choices) {

    private static final String PARAMETER = "field-";

    /** The name of its input in a form, and the id of that. The currency of money has the same name and {@code -currency}. */
    public String parameter() {
        return PARAMETER + id;
    }

    /** The same field, which cannot be left empty: for a form that asks for exactly this. */
    public Field demanded() {
        return new Field(id, kind, type, name, hint, true, archived, version, choices);
    }

    /** The choices that can be chosen anew. */
    public List<FieldChoice> offered() {
        return choices.stream().filter(choice -> !choice.archived()).toList();
    }

    public Optional<FieldChoice> choice(long choiceId) {
        return choices.stream().filter(choice -> choice.id() == choiceId).findFirst();
    }

    /** The choice of a label, regardless of case; rather one on offer than an archived one, and they never share a label. */
    public Optional<FieldChoice> choice(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> choice.label().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
