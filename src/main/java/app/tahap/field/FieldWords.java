package app.tahap.field;

import app.tahap.account.Viewer;
import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Numeric;
import app.tahap.field.FieldValue.Text;
import app.tahap.money.Money;
import app.tahap.web.CellLabels;
import app.tahap.web.Difference;
import app.tahap.web.Show;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.Formatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says values as people read them: names of today for ids, numbers and dates as the language writes them. */
@Repository
public class FieldWords {

    private static final String SEPARATOR = ", ";

    private final Fields definitions;
    private final JdbcClient jdbc;
    private final Formatter<Money> money;

    FieldWords(Fields definitions, JdbcClient jdbc, Formatter<Money> money) {
        this.definitions = definitions;
        this.jdbc = jdbc;
        this.money = money;
    }

    /** Says the values of certain fields in a language. */
    @FunctionalInterface
    public interface Speaker {

        /** Empty for no value. */
        String say(Field field, @Nullable FieldValue value);
    }

    /** The fields in use of a record in their order, for its page; two queries at the most. */
    public List<FieldLine> lines(RecordKind kind, FieldValues values, Viewer viewer) {
        List<Field> fields = definitions.inUse(kind);
        Speaker speaker = speaker(fields, List.of(values), viewer.locale());
        return fields.stream()
                .map(field -> new FieldLine(
                        field, values.has(field.id()) ? speaker.say(field, values.get(field.id())) : null))
                .toList();
    }

    /** Who can say all these values; one query where users are among them, none otherwise. */
    public Speaker speaker(Collection<Field> fields, Collection<FieldValues> values, Locale locale) {
        Set<Long> users = new TreeSet<>();
        fields.stream().filter(field -> field.type() == FieldType.USER).forEach(field -> values.stream()
                .map(all -> all.get(field.id()))
                .filter(Objects::nonNull)
                .forEach(value -> users.addAll(value.ids())));
        Map<Long, String> names = names(users);
        return (field, value) -> value == null ? "" : words(field, value, names, locale);
    }

    /** Adds where the fields of a record are by now unlike what was typed into a form. */
    public Difference.Collector addDifferences(
            Difference.Collector differences, FieldValues now, FieldForm typed, Locale locale) {
        List<Field> fields = typed.inputs().stream().map(FieldInput::field).toList();
        Speaker speaker = speaker(fields, List.of(now, typed.values()), locale);
        fields.forEach(field -> differences.add(
                field.name(),
                speaker.say(field, now.get(field.id())),
                speaker.say(field, typed.values().get(field.id()))));
        return differences;
    }

    /** Writes the values of certain fields into a file. */
    @FunctionalInterface
    public interface Cells {

        /** A number stays one; empty for no value. */
        Object write(Field field, @Nullable FieldValue value);
    }

    /**
     * Who writes values for other programs, in a language whose decimal sign the file has: amounts with their currency, ISO
     * dates, choices as {@code A; B}. One query where there is a field for users.
     */
    public Cells cells(Collection<Field> fields, Locale locale) {
        boolean users = fields.stream().anyMatch(field -> field.type() == FieldType.USER);
        Map<Long, String> names = users ? names(null) : Map.of();
        char decimalSign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return (field, value) -> value == null ? "" : cell(field, value, names, decimalSign);
    }

    private static Object cell(Field field, FieldValue value, Map<Long, String> users, char decimalSign) {
        return switch (field.type()) {
            case TEXT, DATE -> ((Text) value).text();
            case NUMBER -> ((Numeric) value).number();
            case MONEY -> {
                Amount amount = (Amount) value;
                yield amount.amount().toPlainString().replace('.', decimalSign) + " " + amount.currency();
            }
            case CHOICE, CHOICES -> CellLabels.join(labels(field, value));
            case USER -> user(value, users);
        };
    }

    private static String user(FieldValue value, Map<Long, String> users) {
        return value.ids().stream().map(users::get).filter(Objects::nonNull).collect(Collectors.joining());
    }

    private String words(Field field, FieldValue value, Map<Long, String> users, Locale locale) {
        Show show = new Show(locale);
        return switch (field.type()) {
            case TEXT -> ((Text) value).text();
            case NUMBER -> show.exact(((Numeric) value).number());
            case MONEY -> money.print(((Amount) value).money(), locale);
            case DATE -> show.date(((Text) value).date());
            case CHOICE, CHOICES -> labels(field, value).collect(Collectors.joining(SEPARATOR));
            case USER -> user(value, users);
        };
    }

    /** The labels of the choices in the order of the field. */
    static Stream<String> labels(Field field, FieldValue value) {
        return field.choices().stream()
                .filter(choice -> value.ids().contains(choice.id()))
                .map(FieldChoice::label);
    }

    /** @param users null for all there are */
    private Map<Long, String> names(@Nullable Set<Long> users) {
        Map<Long, String> names = new HashMap<>();
        if (users == null || !users.isEmpty()) {
            jdbc.sql("select id, name from users where :all or id = any(:ids)")
                    .param("all", users == null)
                    .param("ids", users == null ? new Long[0] : users.toArray(Long[]::new))
                    .query(row -> {
                        names.put(row.getLong("id"), row.getString("name"));
                    });
        }
        return names;
    }
}
