package app.tahap.exchange;

import app.tahap.deal.ImportedSheet.CellReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the columns of a row that other modules know. */
final class SheetReader {

    /** For files that have none of them. */
    static final SheetReader NONE = new SheetReader(List.of(), FileText.PLAIN);

    private final List<Column> columns;
    private final FileText text;

    SheetReader(List<Column> columns, FileText text) {
        this.columns = columns;
        this.text = text;
    }

    /** @param index of the file's column */
    record Column(String key, String name, int index, CellReader reader) {}

    /** What a row tells, by the columns' keys. */
    Map<String, Object> read(CsvRow row, List<Problem> problems) {
        Map<String, Object> values = new HashMap<>();
        for (Column column : columns) {
            String cell = row.cell(column.index()).strip();
            if (!cell.isEmpty()) {
                Optional<?> value = cell.indexOf(CsvRows.UNREADABLE) < 0
                        ? column.reader().read(column.key(), cell, text)
                        : Optional.empty();
                if (value.isPresent()) {
                    values.put(column.key(), value.get());
                } else {
                    problems.add(Problem.of("custom", column.name(), cell));
                }
            }
        }
        return values;
    }
}
