package app.tahap.deal;

import app.tahap.field.Field;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.field.FieldWords;
import app.tahap.field.Fields;
import app.tahap.field.RecordKind;
import app.tahap.web.Show;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says amended facts as people read them: the names of today for ids, amounts and dates as the language writes them. */
@Repository
class ChangeWords {

    private static final Map<String, String> NAMES = Map.of(
            "owner", "select id, name from users where id in (:ids)",
            "organization", "select id, name from organization where id in (:ids)",
            "person", "select id, name from person where id in (:ids)",
            "source", "select id, label as name from lead_source where id in (:ids)",
            "campaign", "select id, name from campaign where id in (:ids)",
            "tags", "select id, label as name from tag where id in (:ids)");

    private final JdbcClient jdbc;
    private final Fields definitions;
    private final FieldWords fieldWords;

    ChangeWords(JdbcClient jdbc, Fields definitions, FieldWords fieldWords) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.fieldWords = fieldWords;
    }

    /** What turns each of the changes into words; one query for each kind of reference that occurs in them, and two for fields. */
    UnaryOperator<FieldChange> of(Collection<FieldChange> changes, Locale locale) {
        Map<String, Map<String, String>> names = new HashMap<>();
        NAMES.forEach((field, sql) -> names.put(field, names(sql, ids(field, changes))));
        UnaryOperator<FieldChange> custom = ofCustomFields(changes, locale);
        return change -> change.customField() != null
                ? custom.apply(change)
                : new FieldChange(
                        change.field(),
                        words(change.field(), change.before(), names, locale),
                        words(change.field(), change.after(), names, locale));
    }

    /** The same for fields that an administrator defined, which are then called by their names of today. */
    private UnaryOperator<FieldChange> ofCustomFields(Collection<FieldChange> all, Locale locale) {
        List<FieldChange> changes =
                all.stream().filter(change -> change.customField() != null).toList();
        if (changes.isEmpty()) {
            return UnaryOperator.identity();
        }
        Map<Long, Field> fields =
                definitions.all(RecordKind.DEAL).stream().collect(Collectors.toMap(Field::id, Function.identity()));
        List<FieldValues> values = changes.stream()
                .flatMap(change -> Stream.of(change.before(), change.after())
                        .filter(Objects::nonNull)
                        .map(json -> FieldValues.NONE.with(
                                Objects.requireNonNull(change.customField()), FieldValue.ofJson(json))))
                .toList();
        FieldWords.Speaker speaker = fieldWords.speaker(fields.values(), values, locale);
        return change -> {
            Field field = fields.get(Objects.requireNonNull(change.customField()));
            return field == null
                    ? change
                    : new FieldChange(
                            field.name(), say(speaker, field, change.before()), say(speaker, field, change.after()));
        };
    }

    private static @Nullable String say(FieldWords.Speaker speaker, Field field, @Nullable String json) {
        return json == null ? null : speaker.say(field, FieldValue.ofJson(json));
    }

    private static Set<Long> ids(String field, Collection<FieldChange> changes) {
        return changes.stream()
                .filter(change -> change.field().equals(field))
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .filter(Objects::nonNull)
                .flatMap(value -> Stream.of(value.split(",")))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> names(String sql, Set<Long> ids) {
        Map<String, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids).query(row -> {
                found.put(row.getString("id"), row.getString("name"));
            });
        }
        return found;
    }

    private static @Nullable String words(
            String field, @Nullable String value, Map<String, Map<String, String>> names, Locale locale) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case "amount" -> DealAmounts.write(new BigDecimal(value), locale);
            case "rate" -> new Show(locale).exact(new BigDecimal(value));
            case "expectedClose" -> new Show(locale).date(LocalDate.parse(value));
            case "tags" ->
                Stream.of(value.split(","))
                        .map(id -> names.getOrDefault(field, Map.of()).getOrDefault(id, id))
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .collect(Collectors.joining(", "));
            default -> names.getOrDefault(field, Map.of()).getOrDefault(value, value);
        };
    }
}
