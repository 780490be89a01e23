package app.tahap.exchange;

import app.tahap.exchange.ImportOwners.Owner;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.field.Field;
import app.tahap.field.FieldCells;
import app.tahap.field.FieldCells.NamedUser;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the administrator's fields of a row. */
final class CustomFields {

    /** For files that tell nothing of such fields. */
    static final CustomFields NONE = new CustomFields(List.of(), Map.of(), FileText.PLAIN, new FieldCells(List.of()));

    private final List<Field> fields;
    private final Map<Long, Integer> columns;
    private final FileText text;
    private final FieldCells cells;

    private CustomFields(List<Field> fields, Map<Long, Integer> columns, FileText text, FieldCells cells) {
        this.fields = fields;
        this.columns = columns;
        this.text = text;
        this.cells = cells;
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
        List<NamedUser> named = users.stream()
                .map(user -> new NamedUser(user.id(), user.name(), user.email()))
                .toList();
        return new CustomFields(read, told, text, new FieldCells(named));
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
        return cell.indexOf(CsvRows.UNREADABLE) >= 0 ? Optional.empty() : cells.read(field, cell, text);
    }
}
