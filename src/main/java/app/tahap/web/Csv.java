package app.tahap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables that spreadsheets open: UTF-8 with a byte order mark, since without it Excel takes it for Windows-1252.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers stay
 * numbers. So does what follows a semicolon, tab or line break within a text: where the decimal sign is a comma, Excel
 * splits rows at semicolons, sees no quotation mark at the start of a cell, and so takes what follows for a cell of its own.
 */
public final class Csv {

    private static final String FORMULA_STARTS = "=+\\-@＝＋－＠";

    /** Blanks and marks that nobody sees: spreadsheets leave them out before they look for a formula. */
    private static final String UNSEEN = "(?:[\\p{Z}\\p{Cf}&&[^ ]][\\p{Z}\\p{Cf}]*)?";

    /** Each place where an apostrophe is due; one that is there already gets another, so that {@link #armed} is exact. */
    private static final Pattern FORMULA = Pattern.compile(
            "^(?='*%2$s[\\t\\r\\n%1$s])|(?<=[;\\t\\r\\n])(?=['\"]*%2$s[%1$s])".formatted(FORMULA_STARTS, UNSEEN));

    private static final Pattern DISARMED = Pattern.compile(
            "^'(?='*%2$s[\\t\\r\\n%1$s])|(?<=[;\\t\\r\\n])'(?=['\"]*%2$s[%1$s])".formatted(FORMULA_STARTS, UNSEEN));

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

    /** The text that a cell written here had before apostrophes disarmed it. */
    public static String armed(String cell) {
        return cell.indexOf('\'') < 0 ? cell : DISARMED.matcher(cell).replaceAll("");
    }

    private static @Nullable Object safe(@Nullable Object cell) {
        return cell instanceof String text ? FORMULA.matcher(text).replaceAll("'") : cell;
    }
}
