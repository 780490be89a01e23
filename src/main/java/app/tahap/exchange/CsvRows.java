package app.tahap.exchange;

import app.tahap.web.Csv;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one at a time, so that their number does not matter; empty ones are passed over. A quotation mark
 * that is opened and never closed is an error of the whole file: reading on would swallow rows without a word.
 */
final class CsvRows implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Stands for what is no character in the file's encoding, and for NUL, which no database stores in a text. */
    static final char UNREADABLE = '\uFFFD';

    private static final char NO_BREAK_SPACE = '\u00A0';

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> headings;
    private @Nullable CsvRow next;

    private CsvRows(CSVParser parser, boolean heading) {
        this.parser = parser;
        this.records = parser.iterator();
        CsvRow first = read();
        this.headings = heading && first != null ? first.cells() : List.of();
        this.next = heading ? read() : first;
    }

    /**
     * Begins to read.
     *
     * @throws UnreadableFileException when the file ends, or goes on, within quotation marks
     */
    static CsvRows open(InputStream content, FileFormat format) {
        try {
            BufferedReader reader = reader(content, format);
            CSVFormat csv = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(format.delimiter().sign())
                    .setIgnoreEmptyLines(false)
                    .setIgnoreSurroundingSpaces(true)
                    .get();
            return new CsvRows(CSVParser.parse(reader, csv), format.heading());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BufferedReader reader(InputStream content, FileFormat format) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        content,
                        Charset.forName(format.charset())
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
        skip(reader, BYTE_ORDER_MARK);
        if (isSeparatorLine(reader)) {
            reader.readLine();
        }
        return reader;
    }

    private static void skip(Reader reader, char unwanted) throws IOException {
        reader.mark(1);
        if (reader.read() != unwanted) {
            reader.reset();
        }
    }

    /** Whether the first line is Excel's "sep=;", which names the delimiter and is no row. */
    private static boolean isSeparatorLine(BufferedReader reader) throws IOException {
        char[] start = new char[4];
        reader.mark(start.length);
        int length = reader.read(start);
        reader.reset();
        return length == start.length && new String(start).equalsIgnoreCase("sep=");
    }

    /** The names of the columns; empty where the file's format has none. */
    List<String> headings() {
        return headings;
    }

    /** How many cells a row should have. */
    int width() {
        return !headings.isEmpty() || next == null
                ? headings.size()
                : next.cells().size();
    }

    boolean hasNext() {
        return next != null;
    }

    CsvRow next() {
        CsvRow current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return current;
    }

    /** At most so many rows; fewer, or none, at the end. */
    List<CsvRow> next(int most) {
        List<CsvRow> rows = new ArrayList<>();
        while (hasNext() && rows.size() < most) {
            rows.add(next());
        }
        return rows;
    }

    private @Nullable CsvRow read() {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            while (records.hasNext()) {
                CSVRecord row = records.next();
                List<String> cells = row.stream().map(CsvRows::clean).toList();
                if (!cells.stream().allMatch(String::isEmpty)) {
                    return new CsvRow((int) row.getRecordNumber(), cells);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException quotes) {
            throw new UnreadableFileException("exchange.file.quotes", line);
        }
    }

    /** Without spaces around it, and without the apostrophes that keep spreadsheets from seeing a formula. */
    private static String clean(String cell) {
        return Csv.armed(
                cell.replace(NO_BREAK_SPACE, ' ').replace('\0', UNREADABLE).strip());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
