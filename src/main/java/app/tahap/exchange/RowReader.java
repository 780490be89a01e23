package app.tahap.exchange;

import app.tahap.deal.Outcome;
import app.tahap.exchange.StageReader.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows as deals, and says everything that is wrong with one at once. */
final class RowReader {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_NOTE = 10_000;
    private static final int EARLIEST_YEAR = 1970;

    private final ImportSettings.Columns columns;
    private final DateOrder dates;
    private final AmountReader amounts;
    private final StageReader stages;
    private final Map<String, String> owners;
    private final int width;
    private final ZoneId zone;
    private final Instant now;

    /**
     * A reader for one file.
     *
     * @param firstStage of the pipeline, where a deal is whose stage is not told
     * @param width how many cells a row must have
     */
    RowReader(ImportSettings settings, long firstStage, int width, ZoneId zone, Instant now) {
        ImportSettings.Values values = Objects.requireNonNull(settings.values());
        this.columns = Objects.requireNonNull(settings.columns());
        this.dates = settings.format().dates();
        this.amounts = new AmountReader(settings.format().decimals(), columns.zeroIsUnknown());
        this.stages = new StageReader(columns, values, firstStage);
        this.owners = StageReader.targets(values.owners());
        this.width = width;
        this.zone = zone;
        this.now = now;
    }

    ReadRow read(CsvRow row) {
        Reading reading = new Reading(row);
        String id = reading.id();
        DealDraft draft = row.fits(width) ? reading.draft() : reading.uneven();
        boolean good = reading.problems.isEmpty();
        return new ReadRow(row, id, good ? draft : null, reading.problems, good ? reading.warnings : List.of());
    }

    /** What is found in one row. */
    private final class Reading {

        private final CsvRow row;
        private final List<Problem> problems = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        Reading(CsvRow row) {
            this.row = row;
        }

        @Nullable DealDraft uneven() {
            problems.add(Problem.of("cells", row.cells().size(), width));
            return null;
        }

        @Nullable DealDraft draft() {
            Standing standing = stages.read(row, problems);
            String title = text(DealField.TITLE, LONGEST_NAME);
            if (title.isEmpty()) {
                problems.add(Problem.of("title"));
            }
            Currency currency = currency();
            BigDecimal amount = amount(currency);
            Moment created = past(DealField.CREATED);
            String note = text(DealField.REASON_NOTE, LONGEST_NOTE);
            if (standing == null) {
                return null;
            }
            boolean open = !standing.outcome().isClosed();
            Moment closed = open ? null : past(DealField.CLOSED);
            if (!open) {
                closing(closed, created);
            }
            Moment entered = standing.stageKnown() ? past(DealField.STAGE_SINCE) : null;
            entering(entered, created, closed);
            warn(standing, amount, created, entered);
            return new DealDraft(
                    title,
                    amount,
                    currency.getCurrencyCode(),
                    expectedClose(open),
                    owner(),
                    text(DealField.ORGANIZATION, LONGEST_NAME),
                    text(DealField.PERSON, LONGEST_NAME),
                    text(DealField.SOURCE, LONGEST_LABEL),
                    standing.outcome().needsReason() ? text(DealField.REASON, LONGEST_LABEL) : "",
                    open || note.isEmpty() ? null : note,
                    standing.stage(),
                    standing.stageKnown(),
                    at(created),
                    at(entered),
                    standing.outcome(),
                    at(closed));
        }

        private String id() {
            String id = text(DealField.ID, LONGEST_NAME);
            return id.isEmpty() || columns.system().isEmpty() ? id : columns.system() + ":" + id;
        }

        private String text(DealField field, int longest) {
            String text = columns.text(field, row);
            if (text.length() > longest) {
                problems.add(Problem.of("long", text, text.length(), longest));
            }
            if (text.indexOf(CsvRows.UNREADABLE) >= 0) {
                problems.add(Problem.of("characters", text));
            }
            return text;
        }

        private Currency currency() {
            String code = columns.text(DealField.CURRENCY, row);
            Optional<Currency> told = AmountReader.currency(code);
            if (told.isEmpty() && !code.isEmpty()) {
                problems.add(Problem.of("currency", code));
            }
            return told.orElseGet(() -> Currency.getInstance(columns.currency()));
        }

        private @Nullable BigDecimal amount(Currency currency) {
            String text = columns.text(DealField.AMOUNT, row);
            return text.isEmpty() ? null : amounts.read(text, currency, problems, warnings);
        }

        private @Nullable Moment date(DealField field) {
            String text = columns.text(field, row);
            if (text.isEmpty()) {
                return null;
            }
            Moment moment = dates.parse(text, zone).orElse(null);
            if (moment == null
                    || moment.date().getYear() < EARLIEST_YEAR
                    || moment.date().getYear() > 9999) {
                problems.add(Problem.of("date", text));
                return null;
            }
            return moment;
        }

        private @Nullable Moment past(DealField field) {
            Moment moment = date(field);
            if (moment != null && moment.at().isAfter(now)) {
                problems.add(Problem.of("date.future", columns.text(field, row)));
                return null;
            }
            return moment;
        }

        /** One column often holds the closing of closed deals and the hoped-for one of open deals. */
        private @Nullable LocalDate expectedClose(boolean open) {
            Moment expected = date(DealField.EXPECTED);
            if (expected == null && open) {
                expected = date(DealField.CLOSED);
            }
            return expected == null ? null : expected.date();
        }

        private void closing(@Nullable Moment closed, @Nullable Moment created) {
            if (closed == null && columns.text(DealField.CLOSED, row).isEmpty()) {
                problems.add(Problem.of("closed.missing"));
            }
            if (isBefore(closed, created)) {
                problems.add(Problem.of("closed.early", columns.text(DealField.CLOSED, row)));
            }
        }

        private void entering(@Nullable Moment entered, @Nullable Moment created, @Nullable Moment closed) {
            if (isBefore(entered, created) || isBefore(closed, entered)) {
                problems.add(Problem.of("since", columns.text(DealField.STAGE_SINCE, row)));
            }
        }

        private String owner() {
            String name = text(DealField.OWNER, LONGEST_LABEL);
            String owner = owners.get(name);
            if (owner == null) {
                problems.add(Problem.of(name.isEmpty() ? "owner.missing" : "owner", name));
                return "";
            }
            return owner;
        }

        private void warn(
                Standing standing, @Nullable BigDecimal amount, @Nullable Moment created, @Nullable Moment entered) {
            if (created == null) {
                warnings.add("created");
            }
            if (!standing.stageKnown()) {
                warnings.add("stage");
            } else if (entered == null && (created == null || !stages.isFirst(standing.stage()))) {
                warnings.add("since");
            }
            if (standing.outcome() == Outcome.WON && amount == null) {
                warnings.add("amount");
            }
        }
    }

    private static boolean isBefore(@Nullable Moment one, @Nullable Moment other) {
        return one != null && other != null && one.date().isBefore(other.date());
    }

    private static @Nullable Instant at(@Nullable Moment moment) {
        return moment == null ? null : moment.at();
    }
}
