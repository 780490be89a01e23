package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.DealRecord;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import app.tahap.money.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads proposals from a file. Of each the latest version that the file has becomes a draft, whatever became of it elsewhere:
 * no file proves what a customer was shown.
 */
final class ToldProposals implements RecordReader<ToldProposal> {

    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_RECIPIENT = 500;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_VERSIONS = 1_000_000;

    private static final Set<String> LANGUAGES = Set.of("en", "id");

    /** What fits into the columns of totals with room to spare. */
    private static final BigDecimal TOO_MUCH = new BigDecimal("1E14");

    private final LineRows lines;
    private final ProposalImport proposals;
    private final Currency base;

    ToldProposals(LineRows lines, ProposalImport proposals, Currency base) {
        this.lines = lines;
        this.proposals = proposals;
        this.base = base;
    }

    @Override
    public Optional<ToldProposal> read(List<RecordRow> rows) {
        List<RecordRow> latest = latest(rows);
        RecordRow first = latest.get(0);
        String reference = first.required(ProposalFile.REFERENCE, LONGEST_REFERENCE);
        Currency currency = currency(latest);
        if (latest.size() > LineForms.MOST) {
            first.refuse("proposal.line.many", LineForms.MOST);
        }
        if (currency == null || reference.isEmpty() || latest.size() > LineForms.MOST) {
            return Optional.empty();
        }
        String title = text(latest, ProposalFile.TITLE, LONGEST_TITLE);
        LocalDate valid = null;
        List<LineItem> items = new ArrayList<>();
        for (RecordRow row : latest) {
            LocalDate until = row.date(ProposalFile.VALID);
            valid = valid == null ? until : valid;
            lines.read(row, currency).ifPresent(items::add);
        }
        ToldProposal told = new ToldProposal(
                first.deal().id(),
                reference,
                title == null ? first.deal().title() : title,
                text(latest, ProposalFile.RECIPIENT, LONGEST_RECIPIENT),
                language(latest),
                new ProposalTexts(
                        text(latest, Section.PROBLEM),
                        text(latest, Section.SOLUTION),
                        text(latest, Section.BENEFITS),
                        text(latest, Section.INVESTMENT),
                        text(latest, Section.TERMS)),
                currency,
                valid,
                lines.rounding(),
                List.copyOf(items));
        if (told.totals().gross().compareTo(TOO_MUCH) >= 0) {
            first.refuse("proposal.line.large");
        }
        if (latest.stream().anyMatch(ToldProposals::wasSent)) {
            first.doubt("proposal.file.doubt.sent");
        }
        return Optional.of(told);
    }

    private static @Nullable String text(List<RecordRow> rows, Section section) {
        return text(rows, section.name(), LONGEST_TEXT);
    }

    /** What the first of the rows says that says anything. */
    private static @Nullable String text(List<RecordRow> rows, String column, int longest) {
        return rows.stream()
                .map(row -> row.text(column, longest))
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String language(List<RecordRow> rows) {
        String language = text(rows, ProposalFile.LANGUAGE, LONGEST_TEXT);
        if (language != null && !LANGUAGES.contains(language)) {
            rows.get(0).refuse("proposal.file.language", language);
        }
        return language;
    }

    private static boolean wasSent(RecordRow row) {
        return !row.choice(ProposalFile.STATUS, "proposal.status.", ProposalStatus.DRAFT)
                .isDraft();
    }

    /** The rows of the highest version, in the order of their lines. */
    private static List<RecordRow> latest(List<RecordRow> rows) {
        Map<RecordRow, Integer> versions = new HashMap<>();
        Map<RecordRow, Integer> positions = new HashMap<>();
        rows.forEach(row -> versions.put(row, number(row, ProposalFile.VERSION)));
        rows.forEach(row -> positions.put(row, number(row, ProposalFile.POSITION)));
        int highest =
                versions.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        rows.stream().filter(row -> of(versions, row) < highest).forEach(row -> row.doubt("proposal.file.doubt.older"));
        return rows.stream()
                .filter(row -> of(versions, row) == highest)
                .sorted(Comparator.comparingInt(row -> of(positions, row)))
                .toList();
    }

    private static int of(Map<RecordRow, Integer> numbers, RecordRow row) {
        return Objects.requireNonNull(numbers.get(row));
    }

    /** Counted from 1, and 1 where none is told. */
    private static int number(RecordRow row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return 1;
        }
        Optional<BigDecimal> number = row.cells()
                .number(text)
                .filter(told -> told.signum() > 0
                        && told.stripTrailingZeros().scale() <= 0
                        && told.compareTo(BigDecimal.valueOf(MOST_VERSIONS)) <= 0);
        if (number.isEmpty()) {
            row.refuse("proposal.file.number", text, row.heading(column));
        }
        return number.map(BigDecimal::intValueExact).orElse(1);
    }

    /** The one currency of all rows; null where there is none. */
    private @Nullable Currency currency(List<RecordRow> rows) {
        Currency one = null;
        for (RecordRow row : rows) {
            String code = row.text(ProposalFile.CURRENCY).toUpperCase(Locale.ROOT);
            if (!code.isEmpty() && !Currencies.isInUse(code)) {
                row.refuse("proposal.file.currency", code);
                return null;
            }
            Currency told = code.isEmpty() ? base : Currency.getInstance(code);
            if (one != null && !one.equals(told)) {
                row.refuse("proposal.file.currencies", one.getCurrencyCode(), told.getCurrencyCode());
                return null;
            }
            one = told;
        }
        return one;
    }

    @Override
    public Set<String> present(List<ToldProposal> read) {
        return proposals.present(DealRecord.deals(read));
    }

    @Override
    public void write(List<ToldProposal> records, Viewer importer, long importId) {
        proposals.write(records, importer, importId);
    }
}
