package app.tahap.field;

import java.util.Collection;
import java.util.List;

/**
 * The fields of a record in a form.
 *
 * @param values what the record has, or will have once the form is saved; only to be stored where there are no errors
 */
public record FieldForm(List<FieldInput> inputs, FieldValues values) {

    public boolean hasErrors() {
        return inputs.stream().anyMatch(input -> input.error() != null);
    }

    public boolean isEmpty() {
        return inputs.isEmpty();
    }

    /** Only some of the fields. */
    public FieldForm only(Collection<Long> fieldIds) {
        return new FieldForm(
                inputs.stream()
                        .filter(input -> fieldIds.contains(input.field().id()))
                        .toList(),
                values);
    }
}
