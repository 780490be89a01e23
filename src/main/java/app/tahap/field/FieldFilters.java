package app.tahap.field;

import app.tahap.account.Viewer;
import app.tahap.field.FieldCriterion.Kind;
import app.tahap.web.Address;
import app.tahap.web.Choice;
import app.tahap.web.Condition;
import app.tahap.web.Show;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;

/** The administrator's fields as filters of a list, and what is asked of them in words. */
@Component
public class FieldFilters {

    private final Fields fields;

    FieldFilters(Fields fields) {
        this.fields = fields;
    }

    /**
     * The filters on offer for a kind of records, and such as are set although the field was archived; one query.
     *
     * @param asked as the parameters of an address; see {@link FieldCriterion}
     * @param users whom a field for users can be limited to
     */
    public List<FieldFilter> of(RecordKind kind, @Nullable Map<String, String> asked, List<Choice> users) {
        return of(fields.all(kind), asked, users);
    }

    /** As {@link #of(RecordKind, Map, List)} where a kind's definitions were read already; no query. */
    public static List<FieldFilter> of(
            List<Field> definitions, @Nullable Map<String, String> parameters, List<Choice> users) {
        List<FieldCriterion> asked = FieldCriterion.of(parameters);
        return definitions.stream()
                .filter(field ->
                        !field.archived() || asked.stream().anyMatch(criterion -> criterion.field() == field.id()))
                .map(field -> filter(field, asked, users))
                .toList();
    }

    private static FieldFilter filter(Field field, List<FieldCriterion> all, List<Choice> users) {
        Map<Kind, FieldCriterion> asked = new EnumMap<>(Kind.class);
        all.stream()
                .filter(criterion -> criterion.field() == field.id())
                .forEach(criterion -> asked.put(criterion.kind(), criterion));
        FieldCriterion any = asked.get(Kind.ANY);
        List<Long> chosen = any == null ? List.of() : any.ids();
        List<Choice> options = field.type() == FieldType.USER
                ? users
                : field.choices().stream()
                        .filter(choice -> !choice.archived() || chosen.contains(choice.id()))
                        .map(choice -> new Choice(choice.id(), choice.label()))
                        .toList();
        return new FieldFilter(field, asked, options);
    }

    /** What of what is asked cannot be understood, under the name of its field. */
    public static List<FieldError> errors(List<FieldFilter> filters, Viewer viewer) {
        return filters.stream()
                .flatMap(filter -> filter.asked().values().stream()
                        .filter(criterion -> !criterion.isReadable(viewer))
                        .map(criterion -> new FieldError(
                                "fields", filter.field().name(), criterion.asked(), true, null, null, null)))
                .toList();
    }

    /** What the list is limited to by fields, each with the list's address without it. */
    public static List<Condition> conditions(List<FieldFilter> filters, Address here, Viewer viewer) {
        List<Condition> conditions = new ArrayList<>();
        for (FieldFilter filter : filters) {
            Address without = here;
            for (Kind kind : filter.asked().keySet()) {
                without =
                        without.without(FieldCriterion.parameter(filter.field().id(), kind));
            }
            if (!filter.asked().isEmpty()) {
                conditions.add(new Condition(filter.field().name(), words(filter, viewer), without.toString()));
            }
        }
        return conditions;
    }

    private static String words(FieldFilter filter, Viewer viewer) {
        FieldCriterion text = filter.asked().get(Kind.TEXT);
        if (text != null) {
            return "“" + text.asked() + "”";
        }
        FieldCriterion any = filter.asked().get(Kind.ANY);
        if (any != null) {
            return filter.options().stream()
                    .filter(option -> filter.chose(option.value()))
                    .map(Choice::label)
                    .collect(Collectors.joining(", "));
        }
        return "%s – %s"
                .formatted(
                        word(filter.asked().get(Kind.MIN), filter.asked().get(Kind.FROM), viewer),
                        word(filter.asked().get(Kind.MAX), filter.asked().get(Kind.TO), viewer))
                .strip();
    }

    private static String word(@Nullable FieldCriterion number, @Nullable FieldCriterion date, Viewer viewer) {
        Locale locale = viewer.locale();
        if (number != null) {
            return number.number(viewer).map(new Show(locale)::exact).orElse(number.asked());
        }
        return date == null ? "" : date.date().map(new Show(locale)::date).orElse(date.asked());
    }
}
