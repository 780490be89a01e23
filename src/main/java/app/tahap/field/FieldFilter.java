package app.tahap.field;

import app.tahap.field.FieldCriterion.Kind;
import app.tahap.web.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the administrator's fields in the filter above a list.
 *
 * @param asked what is asked of it at the moment
 * @param options of a field with choices, and users
 */
public record FieldFilter(Field field, Map<Kind, FieldCriterion> asked, List<Choice> options) {

    /** Which inputs it has. */
    public List<String> kinds() {
        return switch (field.type()) {
            case NUMBER, MONEY -> List.of("min", "max");
            case DATE -> List.of("from", "to");
            case TEXT -> List.of("text");
            case CHOICE, CHOICES, USER -> List.of("any");
        };
    }

    /** The name of an input. */
    public String name(String kind) {
        return FieldCriterion.parameter(field.id(), Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    /** What an input holds. */
    public @Nullable String value(String kind) {
        FieldCriterion criterion = asked.get(Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
        return criterion == null ? null : criterion.asked();
    }

    public boolean chose(String option) {
        FieldCriterion criterion = asked.get(Kind.ANY);
        return criterion != null && criterion.ids().contains(Long.valueOf(option));
    }
}
