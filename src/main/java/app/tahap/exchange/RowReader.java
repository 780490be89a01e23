package app.tahap.exchange;

import app.tahap.deal.Outcome;
import app.tahap.deal.Tags;
import app.tahap.exchange.StageReader.Standing;
import app.tahap.field.FieldValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows as deals, and says everything that is wrong with one at once. */
final class RowReader {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_TAGS = 2_000;
    private static final int LONGEST_NOTE = 10_000;

    private final ImportSettings.Columns columns;
    private final AmountReader amounts;
    private final StageReader stages;
    private final MomentReader moments;
    private final Map<String, String> owners;
    private final Others others;
    private final int width;

    /**
     * A reader for one file.
     *
     * @param firstStage of the pipeline, where a deal is whose stage is not told
     * @param width how many cells a row must have
     */
    RowReader(ImportSettings settings, Others others, long firstStage, int width, ZoneId zone, Instant now) {
        ImportSettings.Values values = settings.toldValues();
        this.columns = settings.toldColumns();
        this.amounts = new AmountReader(settings.format().decimals(), columns.zeroIsUnknown());
        this.stages = new StageReader(columns, values, firstStage);
        this.moments = new MomentReader(columns, settings.format().dates(), zone, now);
        this.owners = StageReader.targets(values.owners());
        this.others = others;
        this.width = width;
    }

    /**
     * What the workspace adds to a deal.
     *
     * @param kinds of activities, by their labels in small letters
     */
    record Others(CustomFields custom, SheetReader sheets, Map<String, Long> kinds) {

        /** For files that tell nothing of it. */
        static final Others NONE = new Others(CustomFields.NONE, SheetReader.NONE, Map.of());
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
            Moment created = moments.created(row, problems);
            String note = text(DealField.REASON_NOTE, LONGEST_NOTE);
            FieldValues fields = others.custom().read(row, problems);
            Map<String, Object> told = others.sheets().read(row, problems);
            if (standing == null) {
                return null;
            }
            boolean open = !standing.outcome().isClosed();
            Moment closed = open ? null : moments.closed(row, created, problems);
            Moment entered = standing.stageKnown() ? moments.entered(row, created, closed, problems) : null;
            warn(standing, amount, created, entered);
            return new DealDraft(
                    title,
                    amount,
                    currency.getCurrencyCode(),
                    moments.expectedClose(row, open, problems),
                    owner(),
                    text(DealField.ORGANIZATION, LONGEST_NAME),
                    text(DealField.PERSON, LONGEST_NAME),
                    text(DealField.SOURCE, LONGEST_LABEL),
                    text(DealField.CAMPAIGN, LONGEST_LABEL),
                    tags(),
                    standing.outcome().needsReason() ? text(DealField.REASON, LONGEST_LABEL) : "",
                    open || note.isEmpty() ? null : note,
                    standing.stage(),
                    standing.stageKnown(),
                    at(created),
                    at(entered),
                    standing.outcome(),
                    at(closed),
                    fields,
                    told,
                    open ? nextStep() : null);
        }

        /** Without a day nothing can be planned. */
        private @Nullable PlannedStep nextStep() {
            String subject = text(DealField.NEXT_STEP, LONGEST_NAME);
            LocalDate due = moments.stepDue(row, problems);
            if (!subject.isEmpty() && due == null) {
                warnings.add("step");
            }
            LocalTime time = moments.stepTime(row, problems);
            Long kind = kind();
            return subject.isEmpty() || due == null ? null : new PlannedStep(subject, due, time, kind);
        }

        private @Nullable Long kind() {
            String name = text(DealField.NEXT_STEP_KIND, LONGEST_LABEL);
            Long kind = others.kinds().get(name.toLowerCase(Locale.ROOT));
            if (kind == null && !name.isEmpty()) {
                problems.add(Problem.of("kind", name));
            }
            return kind;
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

        private Set<String> tags() {
            Set<String> tags = Tags.split(text(DealField.TAGS, LONGEST_TAGS));
            tags.stream()
                    .filter(tag -> tag.length() > LONGEST_LABEL)
                    .forEach(tag -> problems.add(Problem.of("long", tag, tag.length(), LONGEST_LABEL)));
            return tags;
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

    private static @Nullable Instant at(@Nullable Moment moment) {
        return moment == null ? null : moment.at();
    }
}
