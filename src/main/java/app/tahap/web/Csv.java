package app.tahap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables that spreadsheets open: UTF-8 with a byte order mark, since without it Excel takes it for Windows-1252.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers stay
 * numbers.
 */
public final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;

    public Csv(Writer writer, String... headings) {
        try {
            writer.write('\uFEFF');
            printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            row((Object[]) headings);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void row(@Nullable Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(Csv::safe).toArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static @Nullable Object safe(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
