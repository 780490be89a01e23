package app.tahap.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** What is in a file when it is read in a format: found by reading all of it once. */
final class FileSurvey {

    static final int MOST_ROWS = 200_000;
    static final int MOST_COLUMNS = 200;

    private static final int SHOWN = 6;
    private static final int EXAMINED = 5_000;
    private static final int SAMPLES = 3;
    private static final Pattern ZERO = Pattern.compile("\\D{0,4}0+([.,]0+)?\\D{0,4}");

    private final List<String> headings;
    private final List<CsvRow> firstRows = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Evidence evidence = new Evidence();
    private int rows;
    private int unevenRows;
    private int unreadableRows;

    private FileSurvey(List<String> headings) {
        this.headings = headings;
        headings.forEach(heading -> columns.add(new Column()));
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException where it cannot be read to its end, or has too many rows or columns
     */
    static FileSurvey of(Content content, FileFormat format) {
        try (CsvRows rows = CsvRows.open(content.open(), format)) {
            FileSurvey survey = new FileSurvey(rows.headings());
            while (rows.hasNext()) {
                survey.look(rows.next(), format.heading());
            }
            return survey;
        }
    }

    private void look(CsvRow row, boolean heading) {
        rows++;
        if (rows > MOST_ROWS) {
            throw new UnreadableFileException("exchange.file.rows", MOST_ROWS);
        }
        if (row.cells().size() > MOST_COLUMNS) {
            throw new UnreadableFileException("exchange.file.columns", MOST_COLUMNS);
        }
        if (firstRows.size() < SHOWN) {
            firstRows.add(row);
        }
        int width = heading ? headings.size() : firstRows.get(0).cells().size();
        unevenRows += row.fits(width) ? 0 : 1;
        unreadableRows += row.cells().stream().anyMatch(cell -> cell.indexOf(CsvRows.UNREADABLE) >= 0) ? 1 : 0;
        for (int i = 0; i < row.cells().size(); i++) {
            if (i == columns.size()) {
                columns.add(new Column());
            }
            columns.get(i).look(row.cells().get(i));
            if (rows <= EXAMINED) {
                evidence.look(row.cells().get(i));
            }
        }
    }

    int rows() {
        return rows;
    }

    /** How many rows have more or fewer cells than there are columns. */
    int unevenRows() {
        return unevenRows;
    }

    /** How many rows hold bytes that mean nothing in the encoding. */
    int unreadableRows() {
        return unreadableRows;
    }

    List<String> headings() {
        return headings;
    }

    List<CsvRow> firstRows() {
        return firstRows;
    }

    List<Column> columns() {
        return columns;
    }

    Evidence evidence() {
        return evidence;
    }

    /** What a column holds. */
    static final class Column {

        private final Set<String> samples = new LinkedHashSet<>();
        private int zeros;

        private void look(String cell) {
            if (!cell.isEmpty() && samples.size() < SAMPLES) {
                samples.add(StringUtils.truncate(cell, 30));
            }
            if (!cell.isEmpty() && cell.length() < 12 && ZERO.matcher(cell).matches()) {
                zeros++;
            }
        }

        /** Some of its values. */
        String samples() {
            return String.join(", ", samples);
        }

        /** How many of its values are a zero. */
        int zeros() {
            return zeros;
        }
    }
}
