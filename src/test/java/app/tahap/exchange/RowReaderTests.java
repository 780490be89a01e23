package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.deal.Outcome;
import app.tahap.exchange.ImportSettings.Columns;
import app.tahap.exchange.ImportSettings.Meaning;
import app.tahap.exchange.ImportSettings.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a row says, column by column: id, title, amount, currency, stage, outcome, created, since, closed, owner. */
class RowReaderTests {

    private static final Instant NOW = Instant.parse("2026-05-20T03:00:00Z");
    private static final List<DealField> ORDER = List.of(
            DealField.ID,
            DealField.TITLE,
            DealField.AMOUNT,
            DealField.CURRENCY,
            DealField.STAGE,
            DealField.OUTCOME,
            DealField.CREATED,
            DealField.STAGE_SINCE,
            DealField.CLOSED,
            DealField.OWNER);

    @Test
    void readsAnOpenDeal() {
        DealDraft draft = draft("7,Fifty laptops,1250.5,EUR,Proposal,open,2026-01-10,2026-02-01,2026-06-30,Ani");

        assertThat(draft.title()).isEqualTo("Fifty laptops");
        assertThat(draft.amount()).isEqualTo(new BigDecimal("1250.5"));
        assertThat(draft.currency()).isEqualTo("EUR");
        assertThat(draft.stage()).isEqualTo(15);
        assertThat(draft.stageKnown()).isTrue();
        assertThat(draft.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(draft.created()).isEqualTo("2026-01-09T17:00:00Z");
        assertThat(draft.stageSince()).isEqualTo("2026-01-31T17:00:00Z");
        assertThat(draft.closed()).isNull();
        assertThat(draft.owner()).isEqualTo("5");
        assertThat(read("7,Fifty laptops,1250.5,EUR,Proposal,open,2026-01-10,2026-02-01,,Ani")
                        .warnings())
                .isEmpty();
    }

    /** Many systems have one column for both. */
    @Test
    void readsTheClosingOfAnOpenDealAsTheExpectedOne() {
        assertThat(draft("7,A,1,,Proposal,open,,,2026-06-30,Ani").expectedClose())
                .isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(draft("7,A,1,,Proposal,won,,,2026-05-01,Ani").expectedClose())
                .isNull();
    }

    @Test
    void closesADealByItsOutcomeOrByAStageThatIsOne() {
        DealDraft byOutcome = draft("7,A,1,,Proposal,won,2026-01-10,,2026-05-01,Ani");
        DealDraft byStage = draft("7,A,1,,Lost,open,2026-01-10,,2026-05-01,Ani");

        assertThat(byOutcome.outcome()).isEqualTo(Outcome.WON);
        assertThat(byOutcome.stage()).isEqualTo(15);
        assertThat(byOutcome.stageKnown()).isTrue();
        assertThat(byStage.outcome()).isEqualTo(Outcome.LOST);
        assertThat(byStage.stage()).isEqualTo(11);
        assertThat(byStage.stageKnown()).isFalse();
        assertThat(byStage.closed()).isEqualTo("2026-04-30T17:00:00Z");
    }

    @Test
    void warnsOfWhatIsNotTold() {
        assertThat(read("7,A,,,Proposal,won,,,2026-05-01,Ani").warnings())
                .containsExactlyInAnyOrder("created", "since", "amount");
        assertThat(read("7,A,1,,Won,open,2026-01-10,,2026-05-01,Ani").warnings())
                .containsExactly("stage");
        assertThat(read("7,A,1,,Prospecting,open,2026-01-10,,,Ani").warnings())
                .as("a deal begins in the first stage")
                .isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(problems("7,,-5,XXX,Nowhere,open,someday,,,Nobody"))
                .containsExactlyInAnyOrder("title", "amount.negative", "currency", "stage", "date");
    }

    @Test
    void refusesRowsWithTooFewOrTooManyCells() {
        assertThat(problems("7,A,1")).containsExactly("cells");
        assertThat(problems("7,A,1,,Proposal,open,,,,Ani,more")).containsExactly("cells");
        assertThat(problems("7,A,1,,Proposal,open,,,,Ani,,")).isEmpty();
    }

    @Test
    void refusesClosedDealsWithoutAnHonestDate() {
        assertThat(problems("7,A,1,,Won,open,2026-01-10,,,Ani")).containsExactly("closed.missing");
        assertThat(problems("7,A,1,,Won,open,2026-01-10,,2026-01-09,Ani")).containsExactly("closed.early");
        assertThat(problems("7,A,1,,Won,open,2026-01-10,,2026-06-01,Ani")).containsExactly("date.future");
        assertThat(problems("7,A,1,,Won,open,2026-01-10,,2026-01-10,Ani")).isEmpty();
    }

    @Test
    void refusesDatesThatCannotBe() {
        assertThat(problems("7,A,1,,Proposal,open,2026-06-01,,,Ani")).containsExactly("date.future");
        assertThat(problems("7,A,1,,Proposal,open,0026-06-01,,,Ani")).containsExactly("date");
        assertThat(problems("7,A,1,,Proposal,open,2026-01-10,2026-01-01,,Ani")).containsExactly("since");
        assertThat(problems("7,A,1,,Proposal,won,2026-01-10,2026-03-01,2026-02-01,Ani"))
                .containsExactly("since");
    }

    @Test
    void refusesContradictionsAndDealsThatAreNowhere() {
        assertThat(problems("7,A,1,,Won,lost,2026-01-10,,2026-02-01,Ani")).containsExactly("outcome.contradiction");
        assertThat(problems("7,A,1,,,open,2026-01-10,,,Ani")).containsExactly("stage.missing");
        assertThat(problems("7,A,1,,,won,2026-01-10,,2026-02-01,Ani")).isEmpty();
        assertThat(problems("7,A,1,,Proposal,whatever,2026-01-10,,,Ani")).containsExactly("outcome");
    }

    @Test
    void refusesOwnersWithoutMeaning() {
        assertThat(problems("7,A,1,,Proposal,open,2026-01-10,,,Budi")).containsExactly("owner");
        assertThat(problems("7,A,1,,Proposal,open,2026-01-10,,,")).containsExactly("owner.missing");
    }

    @Test
    void refusesTextsThatAreTooLongOrUnreadable() {
        assertThat(problems("7," + "x".repeat(201) + ",1,,Proposal,open,,,,Ani"))
                .containsExactly("long");
        assertThat(problems("y".repeat(201) + ",A,1,,Proposal,open,,,,Ani")).containsExactly("long");
        assertThat(problems("7,Caf\uFFFD,1,,Proposal,open,,,,Ani")).containsExactly("characters");
    }

    @Test
    void keepsTheIdsOfSeveralSystemsApart() {
        assertThat(reader("").read(row("7,A,1,,Proposal,open,,,,Ani")).externalId())
                .isEqualTo("7");
        assertThat(reader("old").read(row("7,A,1,,Proposal,open,,,,Ani")).externalId())
                .isEqualTo("old:7");
    }

    private static DealDraft draft(String row) {
        ReadRow read = read(row);
        assertThat(read.problems()).isEmpty();
        return Objects.requireNonNull(read.draft());
    }

    private static List<String> problems(String row) {
        ReadRow read = read(row);
        assertThat(read.draft() == null).isEqualTo(!read.problems().isEmpty());
        return read.problems().stream().map(Problem::key).toList();
    }

    private static ReadRow read(String row) {
        return reader("").read(row(row));
    }

    private static CsvRow row(String cells) {
        return new CsvRow(2, Arrays.asList(cells.split(",", -1)));
    }

    private static RowReader reader(String system) {
        Map<DealField, Integer> fields = new EnumMap<>(DealField.class);
        ORDER.forEach(field -> fields.put(field, ORDER.indexOf(field)));
        Values values = new Values(
                List.of(
                        meaning("Prospecting", "11"),
                        meaning("Proposal", "15"),
                        meaning("Won", "WON"),
                        meaning("Lost", "LOST")),
                List.of(meaning("open", "OPEN"), meaning("won", "WON"), meaning("lost", "LOST")),
                List.of(meaning("Ani", "5")));
        FileFormat format = new FileFormat("UTF-8", Delimiter.COMMA, true, DateOrder.YMD, DecimalSign.POINT);
        ImportSettings settings =
                new ImportSettings(format, List.of(), new Columns(fields, 1, "USD", false, system), values);
        return new RowReader(settings, RowReader.Others.NONE, 11, ORDER.size(), ZoneId.of("Asia/Jakarta"), NOW);
    }

    private static Meaning meaning(String value, String target) {
        return new Meaning(value, 1, target);
    }
}
