package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DatabaseTest
class DealControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    DealUndo undo;

    @Autowired
    DealViews views;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Viewer ani;
    Viewer budi;
    List<Stage> stages;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void tellsEveryEventWithWhoFromWhatToWhat() {
        move(stages.get(2));
        deals.amend(deal, facts("Sixty laptops", "2500000.5", "2026-08-31", ani), version(), null, budi);
        deals.assign(deal, budi.id(), version(), ani);
        deals.park(deal, LocalDate.of(2026, 6, 1), version(), null, budi);
        deals.wake(deal, version(), null, budi);
        deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), "Too <dear>", version(), null, budi);
        deals.reopen(deal, version(), null, budi);
        deals.close(deal, Outcome.WON, null, null, version(), null, budi);
        deals.delete(deal, version(), ani);
        deals.restore(deal, ani);

        assertThat(text(ani))
                .containsSubsequence(
                        "Ani Basuki restored it",
                        "Ani Basuki deleted it",
                        "Budi Santoso won it in Initial contact",
                        "Budi Santoso reopened it in Initial contact",
                        "Budi Santoso marked it as lost in Initial contact",
                        "Price: Too &lt;dear&gt;",
                        "Budi Santoso brought it back to the board",
                        "Budi Santoso parked it until 1 Jun 2026",
                        "Ani Basuki handed it over from Ani Basuki to Budi Santoso",
                        "Budi Santoso changed the deal’s details",
                        "Title: Fifty laptops → Sixty laptops",
                        "Amount: 1,000 → 2,500,000.5",
                        "Expected close: – → 31 Aug 2026",
                        "Ani Basuki moved it from Prospecting to Initial contact",
                        "Ani Basuki added the deal in Prospecting");
    }

    @Test
    void tellsTheReasonOnlyWhereTheDealEnded() {
        deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), "Too dear", version(), null, ani);
        deals.amend(deal, facts("Sixty laptops", "1000", null, ani), version(), null, ani);

        String history = text(ani).substring(text(ani).indexOf("History"));
        assertThat(history).containsOnlyOnce("Too dear");
    }

    @Test
    void tellsItInTheViewersLanguage() {
        jdbc.sql("update users set language = 'id'").update();
        move(stages.get(2));
        deals.amend(deal, facts("Sixty laptops", "2500000.5", "2026-08-31", ani), version(), null, budi);

        assertThat(text(fixtures.viewer(ani.id())))
                .contains(
                        "Ani Basuki memindahkannya dari Prospecting ke Initial contact",
                        "Nilai: 1.000 → 2.500.000,5",
                        "Perkiraan tutup: – → 31 Agu 2026");
    }

    @Test
    void marksWhatWasUndoneAndOffersToUndoTheLatestForTheDay() {
        long event = move(stages.get(2));
        assertThat(page(ani)).contains("name=\"eventId\" value=\"" + event);

        undo.undo(deal, event, ani);

        assertThat(page(ani)).containsPattern("is-undone.*[\\s\\S]*moved it from Prospecting to Initial contact");
        assertThat(text(ani)).contains("Ani Basuki took the last change back: in Prospecting again");
        assertThat(page(ani)).doesNotContain("eventId");
    }

    @Test
    void offersNoUndoOnTheNextDay() {
        move(stages.get(2));
        clock.turn(Duration.ofDays(1));

        assertThat(page(ani)).doesNotContain("eventId");
    }

    @Test
    void pagesALongHistory() {
        for (int i = 0; i < 51; i++) {
            move(stages.get(1 + i % 2));
        }

        assertThat(text(ani)).contains("Page 1 of 2").doesNotContain("added the deal");
        assertThat(mvc.get().uri("/deals/{id}?page=2", deal).with(as(ani)))
                .bodyText()
                .contains("added the deal", "page=1");
    }

    @Test
    void showsTheGuidanceOfTheStageBesideTheWork() {
        assertThat(page(ani))
                .contains("Guidance: Prospecting", "<h3>What to do here</h3>", "<h3>When it gets stuck</h3>");
    }

    @Test
    void valuesAForeignAmountAtTheRateOfTheDay() {
        jdbc.sql("insert into exchange_rate values ('EUR', '2026-03-01', 1.1), ('EUR', '2026-06-01', 2)")
                .update();
        deal = fixtures.deal("Abroad", stages.get(0), ani, new BigDecimal("1000"), "EUR");

        assertThat(text(ani)).contains("€1,000", "$1,100 at the rate of 1 Mar 2026");
    }

    @Test
    void saysThatNoRateIsKnown() {
        deal = fixtures.deal("Abroad", stages.get(0), ani, new BigDecimal("1000"), "JPY");

        assertThat(text(ani)).contains("¥1,000", "No exchange rate known for JPY");
    }

    @Test
    void letsAParkedDealWakeByItself() {
        deals.park(deal, LocalDate.of(2026, 5, 22), version(), null, ani);
        assertThat(text(ani)).contains("parked until 22 May 2026", "Back to the board");

        clock.turn(Duration.ofDays(2));

        assertThat(text(ani)).doesNotContain("Back to the board");
    }

    @Test
    void letsNoSleepingOrDeletedDealRot() {
        jdbc.sql("update stage set rotting_days = 1").update();
        clock.turn(Duration.ofDays(3));
        assertThat(views.load(deal, ani).rotting()).isTrue();
        assertThat(text(ani)).contains("Rotting");

        deals.park(deal, LocalDate.of(2026, 6, 1), version(), null, ani);
        assertThat(views.load(deal, ani).rotting()).isFalse();
        deals.wake(deal, version(), null, ani);
        deals.delete(deal, version(), ani);
        assertThat(views.load(deal, ani).rotting()).isFalse();
    }

    @Test
    void callsADeletedDealDeletedAndNotOpen() {
        deals.delete(deal, version(), ani);

        assertThat(page(ani)).contains("<strong>Deleted</strong>").doesNotContain(">Open<", "outcome-mark");
    }

    @Test
    void leadsToTheListOfAPipelineThatHasNoBoardAnyMore() {
        long pipeline = views.load(deal, ani).pipelineId();
        assertThat(page(ani)).contains("\"/board?pipeline=" + pipeline);

        jdbc.sql("update pipeline set archived_at = now()").update();

        assertThat(page(ani)).contains("\"/deals?pipeline=" + pipeline).doesNotContain("/board?pipeline=" + pipeline);
        assertThat(mvc.get().uri("/deals?pipeline=" + pipeline).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("Fifty laptops");
    }

    @Test
    void escapesWhatPeopleType() {
        deal = fixtures.deal("<script>alert(1)</script> 😀", stages.get(0), ani);

        assertThat(page(ani))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; 😀")
                .doesNotContain("<script>alert");
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);

        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(budi))).hasStatus(404);
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani))).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deals/abc", "/deals/999999999999999999999", "/deals/0", "/deals/-1"})
    void answersAddressesOfNoDealClearly(String address) {
        assertThat(mvc.get().uri(address).with(as(ani))).hasStatus4xxClientError();
    }

    @Test
    void asksTheSameNumberOfQueriesHoweverMuchHappened() {
        int fewEvents = statements();
        for (int i = 0; i < 20; i++) {
            move(stages.get(1 + i % 2));
        }

        assertThat(statements()).isEqualTo(fewEvents).isLessThanOrEqualTo(28);
    }

    private int statements() {
        return StatementCount.of(() -> page(ani));
    }

    private long move(Stage stage) {
        return deals.move(deal, new DealMove(stage.id(), null, null, version(), null), ani)
                .orElseThrow();
    }

    private int version() {
        return fixtures.version(deal);
    }

    private static DealFacts facts(String title, String amount, @Nullable String expectedClose, Viewer owner) {
        LocalDate date = expectedClose == null ? null : LocalDate.parse(expectedClose);
        return new DealFacts(title, new BigDecimal(amount), "USD", date, owner.id(), null, null, null);
    }

    private String page(Viewer viewer) {
        var result = mvc.get().uri("/deals/{id}", deal).with(as(viewer)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The page as it reads, without its tags. */
    private String text(Viewer viewer) {
        return Pattern.compile("<[^>]+>").matcher(page(viewer)).replaceAll("").replaceAll("\\s+", " ");
    }
}
