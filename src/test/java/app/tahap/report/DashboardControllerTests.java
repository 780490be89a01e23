package app.tahap.report;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DashboardControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    JdbcClient jdbc;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer ani;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        ani = fixtures.user("Ani Basuki", Role.MANAGER);
    }

    @Test
    void showsTheFiguresOfThisQuarter() {
        long won = fixtures.deal("Fifty laptops", stages.get(0), ani);
        fixtures.deal("Ten printers", stages.get(1), ani);
        clock.turn(Duration.ofDays(9));
        deals.close(won, Outcome.WON, null, null, 0, null, ani);

        assertThat(dashboard(ani, ""))
                .hasStatusOk()
                .bodyText()
                .contains("1 Apr 2026 – 30 Jun 2026", "still running, to 29 May 2026", "1 Jan 2026 – 28 Feb 2026")
                .contains("1 deal closed", "1 won", "0 lost", "$1,000", "9 days", "Prospecting");
    }

    @Test
    void countsOneDayAsOne() {
        long won = fixtures.deal("Fifty laptops", stages.get(0), ani);
        clock.turn(Duration.ofDays(1));
        deals.close(won, Outcome.WON, null, null, 0, null, ani);

        assertThat(dashboard(ani, "")).bodyText().contains(">1 day<").doesNotContain("1 days<");
    }

    @Test
    void keepsQuietAboutWhatThereIsNoneOf() {
        deals.close(fixtures.deal("Fifty laptops", stages.get(0), ani), Outcome.WON, null, null, 0, null, ani);
        fixtures.deal("Ten printers", stages.get(1), ani);

        assertThat(dashboard(ani, "")).hasStatusOk().bodyText().doesNotContain("none of them", "none without");
    }

    @Test
    void saysThatThereIsNothingYet() {
        assertThat(dashboard(ani, ""))
                .bodyText()
                .contains("Nothing to measure yet")
                .doesNotContain("<canvas");
    }

    @Test
    void showsNoDifferenceToNothing() {
        deals.close(fixtures.deal("Fifty laptops", stages.get(0), ani), Outcome.WON, null, null, 0, null, ani);

        assertThat(dashboard(ani, "period=THIS_MONTH"))
                .bodyText()
                .contains("before: nothing to compare with")
                .doesNotContain("class=\"delta");
    }

    @Test
    void saysThatTheWorthOfStuckDealsIsUnknownRatherThanNothing() {
        fixtures.deal("Fifty laptops", stages.get(0), ani, null, "USD");
        jdbc.sql("insert into stage_pace (stage_id, p80_days, stays, computed_at) values (:stage, 3, 10, :now)")
                .param("stage", stages.get(0).id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        clock.turn(Duration.ofDays(4));

        assertThat(dashboard(ani, ""))
                .bodyText()
                .contains("Deals get stuck in Prospecting", "1 deal has been there longer", "nobody has said what")
                .doesNotContain("worth $0");
    }

    /** What is stuck and open today says nothing about a month that is over. */
    @Test
    void tellsOfAPastPeriodOnlyWhatWasThen() {
        for (int i = 0; i < 3; i++) {
            fixtures.deal("Laptops " + i, stages.get(0), ani);
        }
        jdbc.sql("insert into stage_pace (stage_id, p80_days, stays, computed_at) values (:stage, 3, 10, :now)")
                .param("stage", stages.get(0).id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        clock.turn(Duration.ofDays(20)); // from 20 May to 9 June
        fixtures.deal("Ten printers", stages.get(0), ani);

        assertThat(dashboard(ani, "period=LAST_MONTH"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Deals got stuck in Prospecting",
                        "3 deals came in",
                        "See the 3 deals that were there at the end")
                .contains("on 31 May 2026: 3", "On 31 May 2026", "3 deals open at the end")
                .doesNotContain("3 deals have been there longer", "4 open deals");
        assertThat(dashboard(ani, "period=THIS_MONTH"))
                .bodyText()
                .contains("3 deals have been there longer", "on 9 May 2026: 0", "4 open deals");
    }

    /** A stage that an import did not tell may be the one that lets deals go. */
    @Test
    void namesNoBottleneckWhereItCannotBeTold() {
        for (int i = 0; i < 3; i++) {
            fixtures.deal("Laptops " + i, stages.get(0), ani);
        }
        long won = fixtures.deal("Ten printers", stages.get(1), ani);
        deals.close(won, Outcome.WON, null, null, 0, null, ani);
        assertThat(dashboard(ani, "")).bodyText().contains("Deals get stuck in Prospecting");

        jdbc.sql("update stage_stay set stage_known = false where deal_id = :deal")
                .param("deal", won)
                .update();

        assertThat(dashboard(ani, ""))
                .bodyText()
                .contains(
                        "It cannot be told where deals get stuck", "1 deal left a stage that an import does not tell");
    }

    @Test
    void printsWhoseFiguresTheyAre() {
        fixtures.deal("Fifty laptops", stages.get(0), ani);

        assertThat(dashboard(ani, "owner=" + ani.id()))
                .bodyText()
                .containsPattern("class=\"print-only\">.*Sales.*Ani Basuki");
    }

    @Test
    void hidesDealsOfOthersFromTheFigures() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer rep = fixtures.user("Budi Santoso", Role.REP);
        fixtures.deal("Fifty laptops", stages.get(0), ani);

        assertThat(dashboard(rep, "")).bodyText().contains("Nothing to measure yet");
        assertThat(dashboard(ani, "")).bodyText().doesNotContain("Nothing to measure yet");
    }

    @Test
    void leavesDeletedDealsOut() {
        deals.delete(fixtures.deal("Fifty laptops", stages.get(0), ani), 0, ani);

        assertThat(dashboard(ani, "")).bodyText().contains("Nothing to measure yet");
    }

    @Test
    void refusesDatesThatMakeNoPeriodAndKeepsThem() {
        assertThat(dashboard(ani, "period=CUSTOM&from=2026-05-10&to=2026-05-01"))
                .hasStatus(422)
                .bodyText()
                .contains("The last day must not be before the first.", "value=\"2026-05-10\"", "value=\"2026-05-01\"");
        assertThat(dashboard(ani, "period=CUSTOM&from=2026-05-10"))
                .hasStatus(422)
                .bodyText()
                .contains("Please give this date");
        assertThat(dashboard(ani, "period=CUSTOM&from=yesterday&to=2026-05-01"))
                .hasStatus(422)
                .bodyText()
                .contains("This choice is not available.");
        assertThat(table(ani, "stages", "?period=CUSTOM")).hasStatus(422);
    }

    @Test
    void knowsNoPipelineThatDoesNotExist() {
        assertThat(dashboard(ani, "pipeline=999999")).hasStatus(404);
        assertThat(table(ani, "secrets", "")).hasStatus(404);
    }

    @Test
    void writesEachTableAsCsv() {
        deals.close(fixtures.deal("Fifty laptops", stages.get(0), ani), Outcome.WON, null, null, 0, null, ani);
        fixtures.deal("Service contract", stages.get(1), ani, null, "IDR");

        assertThat(table(ani, "key-figures", ""))
                .hasStatusOk()
                .bodyText()
                .contains("2026-04-01,2026-06-30,1,0,0,1.0000,0.2065,1.0000,1,1000,1000");
        assertThat(table(ani, "stages", "")).bodyText().contains("Lead qualification,1,0,2026-02-19,0,,,");
        assertThat(table(ani, "conversion", "")).bodyText().contains("Prospecting,Lead qualification,1,1,1.0000");
        assertThat(table(ani, "time-in-stage", "")).bodyText().contains("Prospecting,0.0,0.0,1,1,0");
        assertThat(table(ani, "months", "")).bodyText().contains("2026-05,1,0,0,1000,0,0");
        assertThat(table(ani, "owners", "")).bodyText().contains("Ani Basuki,1,0,1.0000");
        assertThat(table(ani, "reasons", "")).hasStatusOk();
        assertThat(table(ani, "rotting", "")).hasStatusOk();
        assertThat(table(ani, "months", "?period=LAST_MONTH"))
                .headers()
                .hasValue(
                        "Content-Disposition",
                        "attachment; filename=\"months-sales-2026-04-01-2026-04-30.csv\"; "
                                + "filename*=UTF-8''months-sales-2026-04-01-2026-04-30.csv");
    }

    @Test
    void writesNumbersAsSpreadsheetsReadThem() {
        long won = fixtures.deal("Factory", stages.get(0), ani, new BigDecimal("32000000"), "USD");
        clock.turn(Duration.ofHours(31));
        deals.close(won, Outcome.WON, null, null, 0, null, ani);

        assertThat(table(ani, "key-figures", "")).bodyText().contains(",32000000,32000000,32000000,1.3,1.3,");
        jdbc.sql("update users set language = 'id'").update();
        assertThat(table(ani, "key-figures", "")).bodyText().contains(";32000000;32000000;32000000;1,3;1,3;");
    }

    @Test
    void tellsAnUnknownWorthFromNothing() {
        long unvalued = fixtures.deal("Factory", stages.get(0), ani, BigDecimal.TEN, "XAF");
        deals.close(unvalued, Outcome.WON, null, null, 0, null, ani);
        long blank = fixtures.deal("Laptops", stages.get(0), ani, null, "USD");
        deals.close(blank, Outcome.LOST, fixtures.reason("LOST"), null, 0, null, ani);

        assertThat(dashboard(ani, ""))
                .bodyText()
                .contains("1 won deal, its value is not known", "1 without an exchange rate")
                .doesNotContainPattern("–</span>\\s*<span class=\"unvalued")
                .doesNotContain("none without", "no won deals");
        assertThat(table(ani, "key-figures", "")).bodyText().contains(",0.9055,0,,,,0.0,0.0,");
        assertThat(table(ani, "months", "")).bodyText().contains("2026-05,1,1,0,,1,0", "2026-04,0,0,0,0,0,0");
        assertThat(table(ani, "reasons", "")).bodyText().contains(",1,1.0000,0,,0");
        assertThat(table(ani, "owners", "")).bodyText().contains("Ani Basuki,1,1,0.5000,0.0945,0.9055,,1,0,0,");
    }

    @Test
    void offersNoChoiceOfOwnersToWhoSeesOnlyOwnDeals() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer rep = fixtures.user("Budi Santoso", Role.REP);

        for (String page : List.of("/dashboard", "/board", "/deals")) {
            assertThat(mvc.get().uri(page).with(as(rep))).bodyText().doesNotContain("name=\"owner\"");
            assertThat(mvc.get().uri(page).with(as(ani))).bodyText().contains("name=\"owner\"");
        }
    }

    @Test
    void sendsAStrangerToTheLogin() {
        assertThat(mvc.get().uri("/dashboard")).hasStatus3xxRedirection();
    }

    @Test
    void asksAsManyQuestionsForManyDealsAsForOne() {
        fixtures.deal("Fifty laptops", stages.get(0), ani);
        dashboard(ani, "");
        int one = StatementCount.of(() -> assertThat(dashboard(ani, "")).hasStatusOk());
        for (int i = 0; i < 30; i++) {
            long deal = fixtures.deal("Deal " + i, stages.get(i % 7), ani);
            if (i % 3 == 0) {
                deals.close(deal, Outcome.WON, null, null, 0, null, ani);
            }
        }

        int many = StatementCount.of(() -> assertThat(dashboard(ani, "")).hasStatusOk());

        assertThat(many)
                .as("one more or less, as part is read in a second connection or not")
                .isBetween(one - 1, one + 1)
                .isLessThanOrEqualTo(30);
    }

    private MvcTestResult dashboard(Viewer viewer, String query) {
        return mvc.get().uri("/dashboard?" + query).with(as(viewer)).exchange();
    }

    private MvcTestResult table(Viewer viewer, String name, String query) {
        return mvc.get()
                .uri("/dashboard/" + name + ".csv" + query)
                .with(as(viewer))
                .exchange();
    }
}
