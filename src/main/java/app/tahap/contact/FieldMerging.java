package app.tahap.contact;

import app.tahap.field.Field;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The administrator's fields of two records that become one: organisations, people or deals. */
@Component
public class FieldMerging {

    private final Fields definitions;
    private final FieldWords words;

    FieldMerging(Fields definitions, FieldWords words) {
        this.definitions = definitions;
        this.words = words;
    }

    /**
     * What both records say in the fields in use, where they differ; three queries at the most. Whoever asks has made sure that
     * the viewer may see them.
     */
    public List<MergeField> compare(RecordKind kind, long keptId, long otherId, Locale locale) {
        Map<Long, FieldValues> values = definitions.values(kind, List.of(keptId, otherId));
        FieldValues kept = values.getOrDefault(keptId, FieldValues.NONE);
        FieldValues other = values.getOrDefault(otherId, FieldValues.NONE);
        Set<Long> differing = other.changedFrom(kept);
        List<Field> asked = definitions.inUse(kind).stream()
                .filter(field -> differing.contains(field.id()))
                .toList();
        FieldWords.Speaker speaker = words.speaker(asked, values.values(), locale);
        return asked.stream()
                .map(field -> new MergeField(
                        field.parameter(),
                        field.name(),
                        say(speaker, field, kept.get(field.id())),
                        say(speaker, field, other.get(field.id()))))
                .toList();
    }

    private static @Nullable String say(FieldWords.Speaker speaker, Field field, @Nullable FieldValue value) {
        return value == null ? null : speaker.say(field, value);
    }

    /**
     * What the record has from then on. Of fields in use that is what was chosen; where nothing was, and of archived ones, what
     * it had before, or what only the other one has. One query.
     */
    public FieldValues merge(RecordKind kind, FieldValues kept, FieldValues other, MergeSides sides) {
        FieldValues merged = kept.filledFrom(other);
        for (Field field : definitions.inUse(kind)) {
            if (sides.takesFromOther(field.parameter())) {
                merged = merged.with(field.id(), other.get(field.id()));
            } else if (sides.staysWithKept(field.parameter())) {
                merged = merged.with(field.id(), kept.get(field.id()));
            }
        }
        return merged;
    }
}
