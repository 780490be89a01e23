package app.tahap.proposal;

import app.tahap.money.Currencies;
import app.tahap.money.Percentages;
import app.tahap.web.Csv;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A file of products: one row for each price, by headings as the export writes them in either language. Reads UTF-8 and
 * Windows-1252, parted by commas, semicolons or tabs; with semicolons the decimal sign is a comma, as spreadsheets have it.
 */
final class ProductFile {

    static final int MOST_ROWS = 20_000;
    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_UNIT = 30;
    private static final int LONGEST_DESCRIPTION = 1500;

    /** The columns; the headings of the export are their messages. */
    enum Column {
        CODE,
        NAME,
        DESCRIPTION,
        UNIT,
        TAX,
        CURRENCY,
        PRICE,
        COST;

        String messageKey() {
            return "proposal.product." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param line in the file, counted from 1 */
    record Row(
            int line,
            ProductFacts facts,
            @Nullable String currency,
            @Nullable Price price) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final MessageSource messages;
    private final Locale viewer;

    private ProductFile(MessageSource messages, Locale viewer) {
        this.messages = messages;
        this.viewer = viewer;
    }

    static ProductFile read(byte[] content, MessageSource messages, Locale viewer) {
        ProductFile file = new ProductFile(messages, viewer);
        String text = text(content);
        char delimiter = delimiter(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            file.read(parser, Locale.forLanguageTag(delimiter == ';' ? "id" : "en"));
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            file.problem(1, "proposal.product.file.broken");
        }
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    /** What is wrong, as sentences; nothing is imported then. */
    List<String> problems() {
        return problems;
    }

    private void read(CSVParser parser, Locale numbers) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (CSVRecord row : parser) {
            int line = (int) row.getRecordNumber();
            if (line == 1) {
                columns = columns(row);
                if (!columns.containsKey(Column.NAME)) {
                    problem(1, "proposal.product.file.headings");
                    return;
                }
            } else if (line > MOST_ROWS) {
                problem(line, "proposal.product.file.many", MOST_ROWS);
                return;
            } else if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                read(row, line, columns, numbers);
            }
            if (problems.size() >= MOST_PROBLEMS) {
                return;
            }
        }
        if (rows.isEmpty() && problems.isEmpty()) {
            problem(1, "proposal.product.file.empty");
        }
    }

    private Map<Column, Integer> columns(CSVRecord headings) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i).strip();
            int place = i;
            Arrays.stream(Column.values())
                    .filter(column -> heading.equalsIgnoreCase(column.name())
                            || heading.equalsIgnoreCase(messages.getMessage(column.messageKey(), null, Locale.ENGLISH))
                            || heading.equalsIgnoreCase(
                                    messages.getMessage(column.messageKey(), null, Locale.forLanguageTag("id"))))
                    .findFirst()
                    .ifPresent(column -> columns.putIfAbsent(column, place));
        }
        return columns;
    }

    private void read(CSVRecord row, int line, Map<Column, Integer> columns, Locale numbers) {
        int before = problems.size();
        String name = cell(row, columns.get(Column.NAME), LONGEST_NAME, "proposal.product.name.long", line);
        String code = cell(row, columns.get(Column.CODE), LONGEST_CODE, "proposal.product.code.long", line);
        String unit = cell(row, columns.get(Column.UNIT), LONGEST_UNIT, "proposal.line.unit.long", line);
        String description = cell(
                row, columns.get(Column.DESCRIPTION), LONGEST_DESCRIPTION, "proposal.product.description.long", line);
        if (name == null) {
            problem(line, "proposal.product.name.required");
        }
        Optional<BigDecimal> tax =
                Percentages.read(Objects.requireNonNullElse(cell(row, columns.get(Column.TAX)), ""), numbers);
        if (tax.isEmpty()) {
            problem(line, "proposal.line.tax.invalid");
        }
        String currency = cell(row, columns.get(Column.CURRENCY));
        Price price = price(row, line, columns, currency, numbers);
        if (problems.size() == before && name != null) {
            ProductFacts facts = new ProductFacts(code, name, description, unit, tax.orElse(BigDecimal.ZERO));
            rows.add(new Row(line, facts, price == null ? null : currency, price));
        }
    }

    private @Nullable Price price(
            CSVRecord row, int line, Map<Column, Integer> columns, @Nullable String code, Locale numbers) {
        String price = cell(row, columns.get(Column.PRICE));
        String cost = cell(row, columns.get(Column.COST));
        if (price == null && cost == null) {
            return null;
        }
        if (code == null || !Currencies.isInUse(code)) {
            problem(line, "proposal.form.currency.required");
            return null;
        }
        LineProblems wrong = new LineProblems(messages, viewer);
        Currency currency = Currency.getInstance(code);
        BigDecimal sold = PriceForms.amount(Objects.requireNonNullElse(price, ""), currency, numbers, "price", wrong);
        BigDecimal bought = cost == null ? null : PriceForms.amount(cost, currency, numbers, "cost", wrong);
        wrong.byField().values().forEach(text -> problems.add(at(line, text)));
        return sold == null ? null : new Price(sold, bought);
    }

    private @Nullable String cell(CSVRecord row, @Nullable Integer place, int longest, String tooLong, int line) {
        String cell = cell(row, place);
        if (cell != null && cell.length() > longest) {
            problem(line, tooLong);
        }
        return cell;
    }

    private static @Nullable String cell(CSVRecord row, @Nullable Integer place) {
        if (place == null || place >= row.size()) {
            return null;
        }
        String cell = Csv.armed(row.get(place).replace("\0", "").strip());
        return cell.isEmpty() ? null : cell;
    }

    private void problem(int line, String messageKey, Object... arguments) {
        problems.add(at(line, messages.getMessage(messageKey, arguments, viewer)));
    }

    private String at(int line, String text) {
        return messages.getMessage("proposal.product.file.line", new Object[] {line, text}, viewer);
    }

    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The sign that parts the headings. */
    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char sign : new char[] {';', '\t'}) {
            if (count(first, sign) > count(first, best)) {
                best = sign;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(other -> other == sign).count();
    }
}
