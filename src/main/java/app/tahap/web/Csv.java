package app.tahap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;

/**
 * Writes tables that spreadsheets open: UTF-8 with a byte order mark, since without it Excel takes it for Windows-1252.
 * Where a language writes a decimal comma, Excel splits rows at semicolons, and so does the file.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers stay
 * numbers. So does what follows a comma, semicolon, tab or line break within a text: a spreadsheet that splits rows at
 * another sign than the file's sees no quotation mark at the start of a cell, and takes what follows for a cell of its own.
 */
public final class Csv {

    private static final String FORMULA_STARTS = "=+\\-@＝＋－＠";

    /** Blanks and marks that nobody sees: spreadsheets leave them out before they look for a formula. */
    private static final String UNSEEN = "(?:[\\p{Z}\\p{Cf}&&[^ ]][\\p{Z}\\p{Cf}]*)?";

    /** Where a text begins that a spreadsheet would run, with apostrophes before it or without; "500.000,-" ends in none. */
    private static final String AT_START = "(?='*%2$s[\\t\\r\\n%1$s])".formatted(FORMULA_STARTS, UNSEEN);

    private static final String AT_PART = "(?=['\"]*%2$s[%1$s])(?!'*-$)".formatted(FORMULA_STARTS, UNSEEN);
    private static final String PART = "(?<=[,;\\t\\r\\n])";

    /** Each place where an apostrophe is due; one that is there already gets another, so that {@link #armed} is exact. */
    private static final Pattern FORMULA = Pattern.compile("^%s|%s%s".formatted(AT_START, PART, AT_PART));

    private static final Pattern DISARMED = Pattern.compile("^'%s|%s'%s".formatted(AT_START, PART, AT_PART));

    private final CSVPrinter printer;
    private final char decimalSign;

    /** Begins a table for somebody who reads the language in which the request is answered. */
    public Csv(Writer writer, String... headings) {
        this(writer, delimiter(LocaleContextHolder.getLocale()), headings);
    }

    /** Begins a table whose cells are parted by a sign; where that is a semicolon, the decimal sign is a comma. */
    public Csv(Writer writer, char delimiter, String... headings) {
        decimalSign = delimiter == ';' ? ',' : '.';
        try {
            writer.write('\uFEFF');
            printer = new CSVPrinter(
                    writer, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
            row((Object[]) headings);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Begins a table that the browser keeps as a file; see {@link #Csv(Writer, String...)}. */
    public static Csv download(HttpServletResponse response, String file, String... headings) throws IOException {
        return download(response, file, delimiter(LocaleContextHolder.getLocale()), headings);
    }

    /** The same with a sign between the cells. */
    public static Csv download(HttpServletResponse response, String file, char delimiter, String... headings)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
        Csv csv = new Csv(response.getWriter(), delimiter, headings);
        response.flushBuffer(); // so that the session is noted as used before a transaction that only reads
        return csv;
    }

    /** A moment as files tell it: to the minute, by the clock of a zone. */
    public static @Nullable LocalDateTime minute(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    public void row(@Nullable Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(this::written).toArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The text that a cell written here had before apostrophes disarmed it. */
    public static String armed(String cell) {
        return cell.indexOf('\'') < 0 ? cell : DISARMED.matcher(cell).replaceAll("");
    }

    private @Nullable Object written(@Nullable Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString().replace('.', decimalSign);
        }
        return cell instanceof String text ? FORMULA.matcher(text).replaceAll("'") : cell;
    }

    private static char delimiter(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
    }
}
