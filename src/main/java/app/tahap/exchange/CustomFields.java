package app.tahap.exchange;

import app.tahap.exchange.ImportOwners.Owner;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.field.Field;
import app.tahap.field.FieldChoice;
import app.tahap.field.FieldRules;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValue.Amount;
import app.tahap.field.FieldValue.Numeric;
import app.tahap.field.FieldValue.Several;
import app.tahap.field.FieldValue.Text;
import app.tahap.field.FieldValues;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the administrator's fields of a row: choices and users by name, numbers and dates as the file writes them. */
final class CustomFields {

    /** For files that tell nothing of such fields. */
    static final CustomFields NONE = new CustomFields(List.of(), Map.of(), FileText.PLAIN, List.of());

    private final List<Field> fields;
    private final Map<Long, Integer> columns;
    private final FileText text;
    private final List<Owner> users;

    private CustomFields(List<Field> fields, Map<Long, Integer> columns, FileText text, List<Owner> users) {
        this.fields = fields;
        this.columns = columns;
        this.text = text;
        this.users = users;
    }

    /**
     * A reader for one file.
     *
     * @param inUse a field that was archived meanwhile is not read any more
     * @param users whom the importer may name
     */
    static CustomFields of(List<Field> inUse, Columns columns, FileText text, List<Owner> users) {
        Map<Long, Integer> told = columns.custom(inUse.stream().map(Field::id).toList());
        List<Field> read =
                inUse.stream().filter(field -> told.containsKey(field.id())).toList();
        return new CustomFields(read, told, text, users);
    }

    /** Which columns have the names of fields, apart from those that are used already. */
    static Map<Long, Integer> guess(List<String> headings, Collection<Integer> used, List<Field> fields) {
        Set<Integer> taken = new HashSet<>(used);
        Map<Long, Integer> guess = new HashMap<>();
        for (Field field : fields) {
            for (int column = 0; column < headings.size(); column++) {
                boolean named = headings.get(column).strip().equalsIgnoreCase(field.name());
                if (named && !guess.containsKey(field.id()) && taken.add(column)) {
                    guess.put(field.id(), column);
                }
            }
        }
        return guess;
    }

    FieldValues read(CsvRow row, List<Problem> problems) {
        FieldValues values = FieldValues.NONE;
        for (Field field : fields) {
            String cell = row.cell(columns.getOrDefault(field.id(), -1)).strip();
            if (!cell.isEmpty()) {
                Optional<FieldValue> value = readable(field, cell);
                if (value.isEmpty()) {
                    problems.add(Problem.of("custom", field.name(), cell));
                }
                values = values.with(field.id(), value.orElse(null));
            }
        }
        return values;
    }

    private Optional<FieldValue> readable(Field field, String cell) {
        return cell.indexOf(CsvRows.UNREADABLE) >= 0
                ? Optional.empty()
                : value(field, cell).filter(value -> FieldRules.problemOf(field.type(), value) == null);
    }

    private Optional<FieldValue> value(Field field, String cell) {
        return switch (field.type()) {
            case TEXT -> Optional.of(new Text(cell));
            case NUMBER -> text.number(cell).map(Numeric::new);
            case MONEY ->
                text.money(cell)
                        .map(money ->
                                new Amount(money.amount(), money.currency().getCurrencyCode()));
            case DATE -> text.date(cell).map(FieldValue::of);
            case CHOICE -> field.choice(cell).map(choice -> FieldValue.of(choice.id()));
            case CHOICES -> choices(field, cell);
            case USER -> user(cell);
        };
    }

    /** One label, or several parted by semicolons or by commas. */
    private static Optional<FieldValue> choices(Field field, String cell) {
        return Stream.of("\\z", ";", ",")
                .map(sign -> Arrays.stream(cell.split(sign))
                        .filter(label -> !label.isBlank())
                        .map(field::choice)
                        .toList())
                .filter(found -> !found.isEmpty() && found.stream().allMatch(Optional::isPresent))
                .findFirst()
                .map(found -> new Several(found.stream()
                        .flatMap(Optional::stream)
                        .map(FieldChoice::id)
                        .toList()));
    }

    /** By name, where one alone has it, or by e-mail address. */
    private Optional<FieldValue> user(String cell) {
        List<Owner> named = users.stream()
                .filter(user -> cell.equalsIgnoreCase(user.name()) || cell.equalsIgnoreCase(user.email()))
                .toList();
        return named.size() == 1 ? Optional.of(FieldValue.of(named.get(0).id())) : Optional.empty();
    }
}
