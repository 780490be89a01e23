package app.tahap.qualification;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class LettingGoControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    QualificationScene scene;
    List<Stage> stages;
    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        scene = new QualificationScene(mvc, jdbc);
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(1), ani);
    }

    @Test
    void advisesNothingAboutFreshDeals() {
        assertThat(list(ani)).hasStatusOk().bodyText().contains("Well tended!");
    }

    @Test
    void listsWhatFailsSomethingEssential() {
        scene.rate(ani, deal, "Budget", "0", 0);
        scene.rate(ani, fixtures.deal("A fleet", stages.get(0), ani), "Authority", "0", 0);

        assertThat(list(ani))
                .bodyText()
                .contains("Fifty laptops", "Fails something essential: Budget: No budget")
                .containsPattern("<option value=\"\\d+\" selected=\"selected\">Disqualified: No budget</option>")
                .doesNotContain("A fleet");
    }

    @Test
    void listsALowScoreOnlyWhereEnoughIsKnown() {
        scene.rate(ani, deal, "Authority", "0", 0);
        assertThat(list(ani)).bodyText().doesNotContain("Fifty laptops");

        scene.rate(ani, deal, "Budget", "1", 0);
        scene.rate(ani, deal, "Timeline", "1", 0); // 70 % rated

        assertThat(list(ani)).bodyText().contains("Fifty laptops", "Score 15 of 100, below 30; 70 % is rated");
    }

    @Test
    void listsWhatHasStalledInSilence() {
        limit(14);
        clock.turn(Duration.ofDays(20));
        assertThat(list(ani)).bodyText().contains("Well tended!");

        clock.turn(Duration.ofDays(2));

        assertThat(list(ani))
                .bodyText()
                .contains("22 days in this stage, longer than usual, and nothing happened for 22 days")
                .containsPattern("<option value=\"\\d+\" selected=\"selected\">Lost: Lost contact</option>");
    }

    @Test
    void takesARatingForEngagement() {
        limit(14);
        clock.turn(Duration.ofDays(20));
        scene.rate(ani, deal, "Need", "2", 0);
        clock.turn(Duration.ofDays(5));

        assertThat(list(ani)).bodyText().contains("Well tended!");
    }

    @Test
    void leavesOutWhatSleepsOrIsClosed() {
        scene.rate(ani, deal, "Budget", "0", 0);
        jdbc.sql("update deal set parked_until = '2026-12-01'").update();
        assertThat(list(ani)).bodyText().contains("Well tended!");

        jdbc.sql("update deal set parked_until = null, deleted_at = now()").update();
        assertThat(list(ani)).bodyText().contains("Well tended!");
    }

    @Test
    void letsGoWithTheProposedReasonAndOffersUndo() {
        scene.rate(ani, deal, "Budget", "0", 0);

        MvcTestResult answer = decide(ani, "CLOSE", Long.toString(fixtures.reason("DISQUALIFIED")));

        assertThat(answer).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/deals/letting-go?owner=" + ani.id());
        assertThat(answer).flash().containsKeys("notice", "undoDeal", "undoEvent");
        assertThat(outcome()).isEqualTo("DISQUALIFIED");
        assertThat(list(ani)).bodyText().contains("Well tended!");
    }

    @Test
    void losesByAReasonForLosing() {
        scene.rate(ani, deal, "Budget", "0", 0);

        assertThat(decide(ani, "CLOSE", Long.toString(fixtures.reason("LOST")))).hasStatus3xxRedirection();

        assertThat(outcome()).isEqualTo("LOST");
    }

    @Test
    void asksForTheReason() {
        scene.rate(ani, deal, "Budget", "0", 0);

        assertThat(decide(ani, "CLOSE", "")).hasStatus(422).bodyText().contains("Please choose a reason.");
        assertThat(decide(ani, "CLOSE", "999999")).hasStatus(422);
        assertThat(decide(ani, "NUKE", "")).hasStatus(422);
        assertThat(outcome()).isEqualTo("OPEN");
    }

    @Test
    void parksForAMonth() {
        scene.rate(ani, deal, "Budget", "0", 0);

        assertThat(decide(ani, "PARK", "")).hasStatus3xxRedirection();

        assertThat(jdbc.sql("select parked_until::text from deal")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-06-20");
        assertThat(list(ani)).bodyText().contains("Well tended!");
    }

    @Test
    void keepsForThirtyDaysAndSaysSoOnTheTimeline() {
        scene.rate(ani, deal, "Budget", "0", 0);

        assertThat(decide(ani, "KEEP", "")).hasStatus3xxRedirection();
        assertThat(decide(ani, "KEEP", "")).hasStatus3xxRedirection();

        assertThat(list(ani)).bodyText().contains("Well tended!");
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .bodyText()
                .containsOnlyOnce("Ani Basuki decided to keep it; no advice to let it go until 19 Jun 2026");
        clock.turn(Duration.ofDays(30));
        assertThat(list(ani)).bodyText().contains("Fifty laptops");
    }

    @Test
    void letsNothingGoThatChangedMeanwhile() {
        int seen = fixtures.version(deal);
        jdbc.sql("update deal set version = version + 1").update();

        assertThat(decide(ani, "CLOSE", Long.toString(fixtures.reason("LOST")), seen))
                .hasStatus(409);
        assertThat(outcome()).isEqualTo("OPEN");
    }

    @Test
    void hidesAndProtectsTheDealsOfOthers() {
        scene.rate(ani, deal, "Budget", "0", 0);
        fixtures.letRepsSee(Visibility.OWN);
        Viewer budi = fixtures.user("Budi", Role.REP);

        assertThat(list(budi)).bodyText().doesNotContain("Fifty laptops");
        assertThat(decide(budi, "KEEP", "")).hasStatus(404);
        assertThat(decide(budi, "CLOSE", "")).hasStatus(404);
        assertThat(outcome()).isEqualTo("OPEN");
    }

    @Test
    void filtersByOwner() {
        scene.rate(ani, deal, "Budget", "0", 0);
        Viewer budi = fixtures.user("Budi", Role.REP);

        assertThat(mvc.get().uri("/deals/letting-go?owner={id}", budi.id()).with(as(ani)))
                .bodyText()
                .contains("Well tended!");
        assertThat(mvc.get().uri("/deals/letting-go?owner={id}", ani.id()).with(as(ani)))
                .bodyText()
                .contains("Fifty laptops");
    }

    @Test
    void showsTheLastPageToWhoAsksForALaterOne() {
        scene.rate(ani, deal, "Budget", "0", 0);

        for (String page : List.of("-1", "0", "2", "999999999")) {
            assertThat(mvc.get().uri("/deals/letting-go?page=" + page).with(as(ani)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Fifty laptops", "1 deal<");
        }
    }

    @Test
    void costsAsManyQueriesForManyDealsAsForOne() {
        scene.rate(ani, deal, "Budget", "0", 0);
        int one = StatementCount.of(() -> list(ani));
        for (int i = 0; i < 10; i++) {
            scene.rate(ani, fixtures.deal("Deal " + i, stages.get(1), ani), "Budget", "0", 0);
        }

        assertThat(StatementCount.of(() -> list(ani))).isEqualTo(one);
    }

    private void limit(int days) {
        jdbc.sql("update stage set rotting_days = :days").param("days", days).update();
    }

    private MvcTestResult list(Viewer viewer) {
        return mvc.get().uri("/deals/letting-go").with(as(viewer)).exchange();
    }

    private MvcTestResult decide(Viewer viewer, String verdict, String reason) {
        return decide(viewer, verdict, reason, fixtures.version(deal));
    }

    private MvcTestResult decide(Viewer viewer, String verdict, String reason, int version) {
        return mvc.post()
                .uri("/deals/{deal}/letting-go?owner={owner}", deal, ani.id())
                .with(as(viewer))
                .with(csrf())
                .param("verdict", verdict)
                .param("reasonId", reason)
                .param("version", Integer.toString(version))
                .param("key", UUID.randomUUID().toString())
                .exchange();
    }

    private String outcome() {
        return jdbc.sql("select outcome from deal where id = :id")
                .param("id", deal)
                .query(String.class)
                .single();
    }
}
