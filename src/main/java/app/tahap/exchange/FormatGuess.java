package app.tahap.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds out how a file is written. */
final class FormatGuess {

    private static final int EXAMINED = 200;
    private static final int START = 1 << 16;
    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private FormatGuess() {}

    /**
     * The format that a file seems to have.
     *
     * @param locale whose habits count where the file could be read in several ways
     * @throws UnreadableFileException where it is no table of texts at all
     */
    static FileFormat guess(Content content, Locale locale) throws IOException {
        refuseWorkbook(content);
        FileFormat format =
                new FileFormat(Encoding.detect(content), Delimiter.COMMA, true, DateOrder.YMD, DecimalSign.POINT);
        refuseBinary(content, format);
        FileFormat delimited = format.delimitedBy(delimiter(content, format));
        Evidence evidence = evidence(content, delimited);
        DecimalSign decimals = evidence.isDecimalSignUncertain() && delimited.delimiter() == Delimiter.SEMICOLON
                ? DecimalSign.COMMA // the comma is taken, so it is no delimiter
                : evidence.decimalSign(locale);
        return delimited.valued(evidence.dateOrder(locale), decimals);
    }

    private static void refuseWorkbook(Content content) throws IOException {
        byte[] start;
        try (InputStream bytes = content.open()) {
            start = bytes.readNBytes(WORKBOOK.length);
        }
        if (start.length == 0) {
            throw new UnreadableFileException("exchange.file.empty");
        }
        if (Arrays.equals(start, WORKBOOK) || Arrays.equals(start, OLD_WORKBOOK)) {
            throw new UnreadableFileException("exchange.file.workbook");
        }
    }

    /** A picture or program, whatever its name: text has next to no control characters. */
    private static void refuseBinary(Content content, FileFormat format) throws IOException {
        try (InputStream bytes = content.open()) {
            String text = new String(bytes.readNBytes(START), format.charset());
            long controls = text.chars()
                    .filter(c -> Character.isISOControl(c) && !Character.isWhitespace(c) && c != 0x1A)
                    .count();
            if (controls > text.length() / 100) {
                throw new UnreadableFileException("exchange.file.binary");
            }
            if (text.isBlank()) {
                throw new UnreadableFileException("exchange.file.empty");
            }
        }
    }

    /** The delimiter by which most rows have the same number of cells, more than one. */
    private static Delimiter delimiter(Content content, FileFormat format) {
        return Arrays.stream(Delimiter.values())
                .max(Comparator.comparingInt(delimiter -> evenness(content, format.delimitedBy(delimiter))))
                .orElse(Delimiter.COMMA);
    }

    private static int evenness(Content content, FileFormat format) {
        Map<Integer, Integer> widths = new HashMap<>();
        try (CsvRows rows = CsvRows.open(content.open(), format)) {
            widths.put(rows.headings().size(), 1);
            rows.next(EXAMINED).forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
        } catch (UnreadableFileException unreadable) {
            widths.keySet().removeIf(width -> true);
        }
        return widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .mapToInt(width -> width.getValue() * 100 + width.getKey())
                .max()
                .orElse(0);
    }

    private static Evidence evidence(Content content, FileFormat format) {
        Evidence evidence = new Evidence();
        try (CsvRows rows = CsvRows.open(content.open(), format)) {
            for (CsvRow row : rows.next(5_000)) {
                row.cells().forEach(evidence::look);
            }
        }
        return evidence;
    }
}
