package app.tahap.field;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a record has in its fields, by the ids of the fields: what the column {@code fields} of deals, organisations and people
 * holds. In SQL {@code jsonb_exists(d.fields, '5')} tells whether there is a value for field 5, and
 * {@code custom_field_value} finds records by their values.
 *
 * @param byField also values of archived fields, which stay
 */
public record FieldValues(SortedMap<Long, FieldValue> byField) {

    public static final FieldValues NONE = new FieldValues(new TreeMap<>());

    public FieldValues {
        byField = Collections.unmodifiableSortedMap(new TreeMap<>(byField));
    }

    /** Reads the column; null is as good as nothing. */
    public static FieldValues ofJson(@Nullable String json) {
        return json == null || json.equals("{}") ? NONE : new FieldValues(FieldJson.values(json));
    }

    /** As the column holds it. */
    public String toJson() {
        return FieldJson.write(byField);
    }

    /** Whether the record has a value for a field. */
    public boolean has(long fieldId) {
        return byField.containsKey(fieldId);
    }

    public @Nullable FieldValue get(long fieldId) {
        return byField.get(fieldId);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** The same values with another one for a field, or with none. */
    public FieldValues with(long fieldId, @Nullable FieldValue value) {
        SortedMap<Long, FieldValue> others = new TreeMap<>(byField);
        if (value == null) {
            others.remove(fieldId);
        } else {
            others.put(fieldId, value);
        }
        return new FieldValues(others);
    }

    /** The same values, and those of another record for fields that have none. */
    public FieldValues filledFrom(FieldValues other) {
        SortedMap<Long, FieldValue> filled = new TreeMap<>(other.byField);
        filled.putAll(byField);
        return new FieldValues(filled);
    }

    /** The ids of the fields whose values are others than before. */
    public Set<Long> changedFrom(FieldValues before) {
        Set<Long> changed = new TreeSet<>(byField.keySet());
        changed.addAll(before.byField.keySet());
        changed.removeIf(id -> Objects.equals(get(id), before.get(id)));
        return changed;
    }

    /** The value of a field as JSON; null where there is none. */
    public @Nullable String json(long fieldId) {
        FieldValue value = get(fieldId);
        return value == null ? null : value.toJson();
    }
}
