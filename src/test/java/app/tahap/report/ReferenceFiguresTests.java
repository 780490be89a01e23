package app.tahap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealImport;
import app.tahap.deal.Outcome;
import app.tahap.deal.PastDeal;
import app.tahap.exchange.ReferenceData;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.Stage;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of 8,800 published opportunities, computed by others from the same file. The data set is not part of the
 * product: it is looked for at {@code ../shared/data} from here upwards.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceFiguresTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealImport imports;

    @Autowired
    Dashboard dashboard;

    @Autowired
    Pipelines pipelines;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Viewer viewer;
    PipelineView pipeline;

    @BeforeAll
    void load() throws IOException {
        Path file = ReferenceData.file();
        Pipeline made = fixtures.workspace();
        viewer = fixtures.user("Ani Basuki", Role.MANAGER);
        List<Stage> stages = fixtures.stages(made);
        List<PastDeal> past = read(file, stages.get(0), stages.get(2));
        long importId =
                jdbc.sql("""
                        insert into deal_import (file_name, file_size, status, settings, uploaded_by, uploaded_at)
                        values ('sales_pipeline.csv', 1, 'RUNNING', '{}', :user, now()) returning id
                        """).param("user", viewer.id()).query(Long.class).single();
        transactions.executeWithoutResult(status -> imports.write(past, importId, viewer));
        jdbc.sql("analyze deal, deal_event, stage_stay").update();
        pipeline = Pipelines.choose(pipelines.all(), made.id());
    }

    @ParameterizedTest
    @CsvSource({
        "2017-01-01, 2017-03-31,  531,  116, 0.820711, 0.789287, 0.848349,  1134672, 2136.86",
        "2017-04-01, 2017-06-30, 1254,  778, 0.617126, 0.595789, 0.638021,  3086111, 2461.01",
        "2017-07-01, 2017-09-30, 1257,  790, 0.614069, 0.592786, 0.634926,  2982255, 2372.52",
        "2017-10-01, 2017-12-31, 1196,  789, 0.602519, 0.580812, 0.623829,  2802496, 2343.22",
        "2016-10-20, 2017-12-31, 4238, 2473, 0.631501, 0.619887, 0.642964, 10005534, 2360.91"
    })
    void agreesWithThePublishedFigures(
            LocalDate from,
            LocalDate to,
            long won,
            long lost,
            double winRate,
            double low,
            double high,
            BigDecimal value,
            BigDecimal average) {
        PeriodFigures figures = figures(from, to).figures().now();

        assertThat(figures.won()).isEqualTo(won);
        assertThat(figures.lost()).isEqualTo(lost);
        assertThat(figures.winRate().share()).isCloseTo(winRate, within(0.0000005));
        assertThat(figures.winRate().low()).isCloseTo(low, within(0.0000005));
        assertThat(figures.winRate().high()).isCloseTo(high, within(0.0000005));
        assertThat(figures.value()).isEqualByComparingTo(value);
        assertThat(Objects.requireNonNull(figures.averageSize()).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo(average);
    }

    @Test
    void agreesWithThePublishedMedians() {
        PeriodFigures all = figures(LocalDate.of(2016, 10, 20), LocalDate.of(2017, 12, 31))
                .figures()
                .now();

        assertThat(all.medianValue()).isEqualTo(1117);
        assertThat(all.cycleMedian()).isEqualTo(57);
    }

    @Test
    void countsTheOpenDealsInTheirStages() {
        DashboardView report = figures(LocalDate.of(2017, 10, 1), LocalDate.of(2017, 12, 31));

        assertThat(report.pipeline().stages().get(0).open().count()).isEqualTo(500);
        assertThat(report.pipeline().stages().get(2).open().count()).isEqualTo(1589);
    }

    /** The file tells no stage of closed deals: nothing is claimed about where they were, and it is said how many. */
    @Test
    void claimsNothingAboutStagesThatTheFileDoesNotTell() {
        DashboardView report = figures(LocalDate.of(2017, 4, 1), LocalDate.of(2017, 6, 30));

        assertThat(report.conversions())
                .allMatch(row -> row.flow().dropped() == 0 && row.flow().wentOn() == 0);
        assertThat(report.flows().unknown()).isPositive();
    }

    /** Closed deals left stages that the file does not tell: it may have been the one which seems to have let none go. */
    @Test
    void findsNoQueueWhereItIsUnknownWhatLeft() {
        DashboardView report = figures(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31));

        assertThat(report.bottleneck()).isNull();
        assertThat(report.exitsUnknown()).isEqualTo(report.figures().decided().count());
    }

    @Test
    void placesNoDealInAStageThatTheFileDoesNotTell() {
        PipelineFigures open =
                figures(LocalDate.of(2017, 4, 1), LocalDate.of(2017, 6, 30)).pipeline();
        long placed =
                open.stages().stream().mapToLong(row -> row.openThen().count()).sum();

        assertThat(open.then()).isEqualTo("2017-06-30");
        assertThat(open.stages().get(0).openThen().count()).isZero();
        assertThat(open.stages().get(2).openThen().count()).isPositive();
        assertThat(open.unknownThen()).isPositive();
        assertThat(open.openThen().count()).isEqualTo(placed + open.unknownThen());
    }

    /** Of a period that is over, the deals that were open at its end; those of today would tell of another time. */
    @Test
    void measuresTheCycleOfAPastPeriodWithTheDealsThatWereOpenThen() {
        KeyFigures first =
                figures(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 3, 31)).figures();
        KeyFigures last =
                figures(LocalDate.of(2017, 10, 1), LocalDate.of(2017, 12, 31)).figures();

        assertThat(first.cycleOpen().count()).isEqualTo(opened(LocalDate.of(2017, 4, 1)));
        assertThat(last.cycleOpen().count()).isEqualTo(1589);
    }

    /** Deals that had been created before a day, by what the file says, and were closed after it or never. */
    private long opened(LocalDate day) {
        return jdbc.sql("""
                        select count(*) from deal where created_known and created_at < :day
                           and (closed_at is null or closed_at >= :day)""")
                .param("day", day.atStartOfDay(viewer.zone()).toOffsetDateTime())
                .query(Long.class)
                .single();
    }

    private DashboardView figures(LocalDate from, LocalDate to) {
        DealCriteria all = DealCriteria.scope(pipeline.id(), null, null);
        return dashboard.show(Scope.of(pipeline, all, Period.between(from, to), clock.instant(), viewer));
    }

    private List<PastDeal> read(Path file, Stage prospecting, Stage engaging) throws IOException {
        List<PastDeal> past = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file)) {
            for (CSVRecord row : format.parse(reader)) {
                past.add(past(row, prospecting, engaging));
            }
        }
        return past;
    }

    private PastDeal past(CSVRecord row, Stage prospecting, Stage engaging) {
        Outcome outcome =
                switch (row.get("deal_stage")) {
                    case "Won" -> Outcome.WON;
                    case "Lost" -> Outcome.LOST;
                    default -> Outcome.OPEN;
                };
        boolean open = outcome == Outcome.OPEN;
        boolean isEngaging = row.get("deal_stage").equals("Engaging");
        Instant created = day(row.get("engage_date"));
        // a lost row's value is 0, which is no price but unknown
        BigDecimal amount = outcome == Outcome.WON ? new BigDecimal(row.get("close_value")) : null;
        return new PastDeal(
                row.get("opportunity_id"),
                new DealFacts(row.get("product"), amount, "USD", null, viewer.id(), null, null, null),
                isEngaging ? engaging.id() : prospecting.id(),
                open,
                created,
                isEngaging ? created : null,
                outcome,
                open ? null : day(row.get("close_date")),
                null,
                null);
    }

    private @Nullable Instant day(String text) {
        return text.isBlank()
                ? null
                : LocalDate.parse(text, DateTimeFormatter.ofPattern("M/d/yyyy"))
                        .atStartOfDay(viewer.zone())
                        .toInstant();
    }
}
