package app.tahap.exchange;

import app.tahap.deal.FileDeal;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordRow;
import app.tahap.deal.SheetWords;
import app.tahap.exchange.ImportRefusals.Refusal;
import app.tahap.field.CellText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of a file of records, with what was found wrong in it. */
final class FileRow implements RecordRow {

    private final CsvRow row;
    private final Reading reading;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> doubts = new TreeSet<>();
    private @Nullable FileDeal deal;

    FileRow(CsvRow row, Reading reading) {
        this.row = row;
        this.reading = reading;
    }

    /** What all rows of a file are read by. */
    record Reading(
            RecordHeadings headings, FileText cells, RecordUsers users, SheetWords words, Locale locale, Instant now) {}

    /** The same for all rows that tell one record. */
    void belongTo(FileDeal found) {
        deal = found;
    }

    @Override
    public FileDeal deal() {
        return Objects.requireNonNull(deal, "rows are read once their deals are found");
    }

    boolean tellsDeal() {
        return !text(RecordColumn.DEAL_ID).isEmpty() || !text(RecordColumn.DEAL).isEmpty();
    }

    boolean hasDeal() {
        return deal != null;
    }

    boolean isRefused() {
        return !problems.isEmpty();
    }

    Set<String> doubts() {
        return doubts;
    }

    Refusal refusal() {
        return new Refusal(row.number(), List.copyOf(problems), row.cells());
    }

    CsvRow row() {
        return row;
    }

    void refuse(Problem problem) {
        problems.add(problem);
    }

    @Override
    public String text(String column) {
        return reading.headings().text(column, row).strip();
    }

    @Override
    public String text(String column, int longest) {
        String text = text(column);
        if (text.length() > longest) {
            refuse(Problem.of("long", text, text.length(), longest));
        }
        return text;
    }

    @Override
    public String required(String column, int longest) {
        String text = text(column, longest);
        if (text.isEmpty()) {
            refuse(Problem.of("record.missing", heading(column)));
        }
        return text;
    }

    @Override
    public @Nullable Instant past(String column) {
        Moment moment = moment(column);
        if (moment != null && moment.at().isAfter(reading.now())) {
            refuse(Problem.of("date.future", text(column)));
        }
        return moment == null ? null : moment.at();
    }

    @Override
    public @Nullable LocalDate date(String column) {
        Moment moment = moment(column);
        return moment == null ? null : moment.date();
    }

    private @Nullable Moment moment(String column) {
        String text = text(column);
        Optional<Moment> moment = reading.cells().moment(text);
        if (moment.isEmpty() && !text.isEmpty()) {
            refuse(Problem.of("date", text));
        }
        return moment.orElse(null);
    }

    @Override
    public @Nullable LocalTime time(String column) {
        String text = text(column);
        Optional<Moment> moment = reading.cells().moment(LocalDate.EPOCH + " " + text);
        if (moment.isEmpty() && !text.isEmpty()) {
            refuse(Problem.of("time", text));
        }
        return text.isEmpty() || moment.isEmpty()
                ? null
                : moment.get().at().atZone(reading.cells().zone()).toLocalTime();
    }

    @Override
    public <T extends Enum<T>> T choice(String column, String prefix, T none) {
        String text = text(column);
        SheetWords words = reading.words();
        Class<T> type = none.getDeclaringClass();
        Optional<T> value = words.value(text, type, prefix);
        if (value.isEmpty() && !text.isEmpty()) {
            String known = Arrays.stream(type.getEnumConstants())
                    .map(one -> words.messages().getMessage(prefix + one.name(), null, reading.locale()))
                    .collect(Collectors.joining(", "));
            refuse(Problem.said("exchange.row.record.choice", text, heading(column), known));
        }
        return value.orElse(none);
    }

    @Override
    public Optional<Long> user(String column) {
        return reading.users().find(text(column));
    }

    @Override
    public long author(String column) {
        Optional<Long> user = user(column);
        if (user.isEmpty() && !text(column).isEmpty()) {
            doubt("exchange.record.doubt.author");
        }
        return user.orElse(reading.users().importer());
    }

    @Override
    public CellText cells() {
        return reading.cells();
    }

    @Override
    public String heading(String column) {
        return reading.headings().name(column);
    }

    @Override
    public void refuse(String messageKey, Object... arguments) {
        refuse(Problem.said(messageKey, arguments));
    }

    @Override
    public void doubt(String messageKey) {
        doubts.add(messageKey);
    }
}
