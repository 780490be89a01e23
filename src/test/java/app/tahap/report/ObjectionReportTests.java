package app.tahap.report;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealService;
import app.tahap.deal.DealSql;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DatabaseTest
class ObjectionReportTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ObjectionFigures figures;

    @Autowired
    DealService deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    List<Stage> stages;
    List<Long> types;
    Viewer ani;
    Viewer lina;
    OffsetDateTime now;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani", Role.REP);
        lina = fixtures.user("Lina", Role.MANAGER);
        types = jdbc.sql("select id from objection_type order by position")
                .query(Long.class)
                .list();
        now = clock.instant().atOffset(ZoneOffset.UTC);
        deal("One", Outcome.WON, 0, 4, "RESOLVED");
        long twice = deal("Two", Outcome.LOST, 0, 4, "CONCEDED");
        objection(twice, 0, 4, "RESOLVED", now);
        objection(twice, 0, 5, "OPEN", now);
        deal("Three", Outcome.OPEN, 0, 5, "OPEN");
        deal("Four", Outcome.DISQUALIFIED, 0, 5, "OPEN");
        deal("Five", Outcome.WON, 1, 4, "RESOLVED");
        long old = fixtures.deal("Six", stages.get(4), ani);
        objection(old, 0, 4, "OPEN", now.minusYears(2));
    }

    @Test
    void countsEachDealOnceInEachRow() {
        assertThat(rows(lina))
                .extracting(
                        row -> row.type() + " " + row.stage(),
                        row -> row.deals().count(),
                        row -> row.won().count(),
                        row -> row.lost().count(),
                        row -> row.disqualified().count(),
                        row -> row.undecided().count(),
                        row -> row.resolved() + " " + row.conceded() + " " + row.open())
                .containsExactly(
                        tuple("Price null", 4L, 1L, 1L, 1L, 1L, "2 1 3"),
                        tuple("Price Proposal/quote", 2L, 1L, 1L, 0L, 0L, "2 1 0"),
                        tuple("Price Negotiation", 3L, 0L, 1L, 1L, 1L, "0 0 3"),
                        tuple(rows(lina).get(3).type() + " null", 1L, 1L, 0L, 0L, 0L, "1 0 0"),
                        tuple(rows(lina).get(3).type() + " Proposal/quote", 1L, 1L, 0L, 0L, 0L, "1 0 0"));
        Proportion rate = rows(lina).get(0).winRate();
        assertThat(rate.of()).as("neither open nor disqualified deals").isEqualTo(2);
        assertThat(rate.low()).isCloseTo(0.0945, within(0.0001));
    }

    @Test
    void leadsToExactlyTheDealsItCounts() {
        for (ObjectionRateRow row : rows(lina)) {
            for (DealCount number : List.of(row.deals(), row.won(), row.lost(), row.disqualified(), row.undecided())) {
                assertThat(counted(number.criteria(), lina))
                        .as(number.address())
                        .isEqualTo(number.count());
            }
        }
        DealCount lost = rows(lina).get(2).lost();
        assertThat(page(lost.address(), lina))
                .contains("Two", "Price · Negotiation", "Lost")
                .doesNotContain("Three", "Four", "Six");
    }

    @Test
    void leadsToExactlyTheObjectionsItCounts() {
        String report = page("/reports/objections", lina);
        Matcher links = Pattern.compile("href=\"(/reports/objections/list\\?[^\"]+)\"\\s+data-count=\"(\\d+)\"")
                .matcher(report);
        int found = 0;
        while (links.find()) {
            String list = page(links.group(1).replace("&amp;", "&"), lina);
            assertThat(list.split("<th scope=\"row\">", -1))
                    .as(links.group(1))
                    .hasSize(1 + Integer.parseInt(links.group(2)));
            found++;
        }
        assertThat(found).as("numbers that are not zero").isEqualTo(8);

        String open = page("/reports/objections/list?type=%d&outcome=OPEN".formatted(types.get(0)), lina);
        assertThat(open)
                .contains("3 objections", "Two", "Three", "Four", "Too dear")
                .doesNotContain("One<", "Six");
        assertThat(page("/reports/objections/list", lina)).contains("7 objections", "Resolved", "Conceded");
        assertThat(page("/reports/objections/list?period=LAST_MONTH", lina)).contains("No objection was written down");
        assertThat(mvc.get()
                        .uri("/reports/objections/list?period=CUSTOM&from=x&to=&outcome=OPEN")
                        .with(as(lina)))
                .hasRedirectedUrl("/reports/objections?period=CUSTOM&from=x");
        assertThat(mvc.get().uri("/reports/objections/list?outcome=x").with(as(lina)))
                .hasStatus4xxClientError();
    }

    @Test
    void filtersTheListByWhatWasObjected() {
        String list = page("/deals?objection.type=" + types.get(1), lina);
        assertThat(list).contains("Five", "name=\"objection.type\"").doesNotContain("Two");
        assertThat(page("/deals?objection.type=" + types.get(0), lina))
                .contains("Six", "One")
                .doesNotContain("Five");
        assertThat(page("/deals?objection.stage=" + stages.get(5).id(), lina))
                .contains("Three")
                .doesNotContain("One");
        assertThat(mvc.get().uri("/deals?objection.type=x").with(as(lina))).hasStatus4xxClientError();
    }

    @Test
    void countsOnlyWhatTheViewerMaySee() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer budi = fixtures.user("Budi", Role.REP);

        assertThat(rows(budi)).isEmpty();
        assertThat(page("/reports/objections", budi)).contains("No objection was written down in this period.");
        assertThat(page("/objections.csv", budi)).doesNotContain("Two");
        assertThat(page("/reports/objections/list", budi)).doesNotContain("Two");
    }

    @Test
    void showsFiguresAndLeadsToAnswers() {
        assertThat(page("/reports/objections", lina))
                .contains("Price", "Negotiation", "50%", "n = 2", "/objections?type=" + types.get(0), "Grey: fewer");
        assertThat(page("/reports/objections?period=LAST_MONTH", lina)).contains("No objection was written down");
        assertThat(mvc.get().uri("/reports/objections?period=CUSTOM&from=x&to=").with(as(lina)))
                .hasStatus(422);
    }

    @Test
    void exportsFiguresAndObjections() {
        assertThat(page("/reports/objections.csv", lina))
                .contains(
                        "Objection,Stage when it came up,Deals,Won",
                        "Price,All stages,4,1,1,1,1,0.5,0.0945,0.9055,2,1,3");
        assertThat(page("/objections.csv", lina))
                .contains("Two,Price,Negotiation,Too dear,", ",Open,Ani,", "Lost", "'=1+1")
                .doesNotContain("\"=1+1", ",=1+1");
    }

    @Test
    void readsTheSameNumberOfTimesHoweverMuchThereIs() {
        long few = StatementCount.of(() -> page("/reports/objections", lina));
        for (int i = 0; i < 10; i++) {
            deal("More " + i, Outcome.OPEN, i % 4, i % 6, "OPEN");
        }
        assertThat(StatementCount.of(() -> page("/reports/objections", lina))).isEqualTo(few);
        assertThat(StatementCount.of(() -> page("/reports/objections/list", lina)))
                .isLessThanOrEqualTo((int) few);
    }

    private List<ObjectionRateRow> rows(Viewer viewer) {
        Period period = PeriodChoice.THIS_YEAR.on(viewer.today(clock), viewer.fiscalYearStart());
        return figures.rows(period, DealCriteria.NONE, viewer);
    }

    private long counted(DealCriteria criteria, Viewer viewer) {
        DealSql sql = DealSql.of(criteria, viewer, viewer.today(clock));
        return jdbc.sql("select count(*) from deal d where " + sql.where())
                .params(sql.parameters())
                .query(Long.class)
                .single();
    }

    private long deal(String title, Outcome outcome, int type, int stage, String result) {
        long deal = fixtures.deal(title, stages.get(stage), ani);
        objection(deal, type, stage, result, now);
        if (outcome != Outcome.OPEN) {
            Long reason = outcome == Outcome.WON ? null : fixtures.reason(outcome.name());
            deals.close(deal, outcome, reason, null, fixtures.version(deal), null, ani);
        }
        return deal;
    }

    private void objection(long deal, int type, int stage, String result, OffsetDateTime at) {
        jdbc.sql("""
                        insert into objection (deal_id, type_id, stage_id, words, answer, outcome, author_id, raised_at, decided_at)
                        values (:deal, :type, :stage, 'Too dear', '=1+1', :result, :author, :at,
                                case when :result <> 'OPEN' then :at end)
                        """)
                .param("deal", deal)
                .param("type", types.get(type))
                .param("stage", stages.get(stage).id())
                .param("result", result)
                .param("author", ani.id())
                .param("at", at)
                .update();
    }

    private String page(String url, Viewer viewer) {
        var result = mvc.get().uri(url).with(as(viewer)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
