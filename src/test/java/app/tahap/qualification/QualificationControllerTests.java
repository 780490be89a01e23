package app.tahap.qualification;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DatabaseTest
class QualificationControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

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
    void asksNewPipelinesByBant() {
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Not qualified yet",
                        "Budget",
                        "Authority",
                        "Need",
                        "Timeline",
                        "whose is it?",
                        "0 of 30 points");
    }

    @Test
    void keepsScoreAndHistoryWithTheAnswer() {
        int version = fixtures.version(deal);

        assertThat(scene.rate(ani, deal, "Budget", "2", 0, "amount", "12,500", "currency", "USD", "confirmed", "true"))
                .hasStatus3xxRedirection();

        assertThat(scene.score(deal)).isEqualTo(20);
        assertThat(fixtures.version(deal)).isEqualTo(version);
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .bodyText()
                .contains(
                        "Score 20 of 100",
                        "20 of 30 points",
                        "$12,500",
                        "confirmed",
                        "Not rated yet: Authority, Need, Timeline.",
                        "Ani Basuki rated Budget: Unknown → Likely ($12,500)");
    }

    @Test
    void isCompleteOnceAllIsRated() {
        scene.rate(ani, deal, "Budget", "3", 0);
        scene.rate(ani, deal, "Authority", "2", 0, "role", "CHAMPION");
        scene.rate(ani, deal, "Need", "3", 0, "severity", "HIGH", "note", "They lose orders <b>daily</b>");
        scene.rate(ani, deal, "Timeline", "1", 0, "due", "2026-09-30");

        assertThat(scene.score(deal)).isEqualTo(82); // 30 + 25 * 2/3 + 30 + 15 / 3
        assertThat(mvc.get().uri("/deals/{id}/qualification", deal).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Score 82 of 100",
                        "Qualified: everything is rated.",
                        "champion",
                        "a serious pain",
                        "They lose orders &lt;b&gt;daily&lt;/b&gt;",
                        "by 30 Sep 2026")
                .doesNotContain("Not rated yet");
    }

    @Test
    void takesBackARating() {
        scene.rate(ani, deal, "Need", "0", 0);
        assertThat(scene.score(deal)).isZero();

        scene.rate(ani, deal, "Need", "", 1);

        assertThat(scene.score(deal)).isNull();
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .bodyText()
                .contains("rated Need: No need → Unknown");
    }

    @Test
    void writesTheSameAnswerOnce() {
        scene.rate(ani, deal, "Need", "2", 0, "note", "Real");

        assertThat(scene.rate(ani, deal, "Need", "2", 0, "note", " Real ")).hasStatus3xxRedirection();

        assertThat(scene.entries()).isEqualTo(1);
    }

    @Test
    void overwritesNoAnswerThatSomebodyElseGave() {
        Viewer budi = fixtures.user("Budi", Role.REP);
        scene.rate(budi, deal, "Budget", "3", 0, "amount", "900", "currency", "USD");

        assertThat(scene.rate(ani, deal, "Budget", "1", 0, "amount", "700", "currency", "USD"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody has answered this meanwhile", "Confirmed", "Unclear", "900", "value=\"700\"")
                .contains("name=\"version\" value=\"1\"");
        assertThat(scene.score(deal)).isEqualTo(30);
        assertThat(scene.rate(ani, deal, "Budget", "1", 1, "amount", "700", "currency", "USD"))
                .hasStatus3xxRedirection();
        assertThat(scene.score(deal)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "Budget, rating, 4",
        "Budget, rating, -1",
        "Budget, rating, high",
        "Budget, amount, -5",
        "Budget, amount, much",
        "Budget, amount, 1.2345",
        "Budget, currency, XTS",
        "Authority, personId, 4711",
        "Authority, role, KING",
        "Need, severity, TERRIBLE",
        "Timeline, due, 30 February"
    })
    void refusesWhatCannotBe(String criterion, String field, String value) {
        assertThat(scene.rate(ani, deal, criterion, field.equals("rating") ? value : "1", 0, field, value))
                .hasStatus(422);
        assertThat(scene.answers()).isZero();
        assertThat(scene.score(deal)).isNull();
    }

    @Test
    void keepsWhatWasTypedForCorrection() {
        assertThat(scene.rate(
                        ani, deal, "Budget", "2", 0, "amount", "many", "currency", "USD", "note", "x".repeat(2001)))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"many\"", "At most 2,000 characters.", "x".repeat(2001));
    }

    @Test
    void namesOnlyPeopleWhoCanHaveASay() {
        long acme = fixtures.organization("Acme");
        long other = fixtures.organization("Other");
        jdbc.sql("update deal set organization_id = :acme").param("acme", acme).update();
        long buyer = person("Sari", acme);
        long stranger = person("Joko", other);

        assertThat(scene.rate(ani, deal, "Authority", "3", 0, "personId", Long.toString(stranger)))
                .hasStatus(422);
        assertThat(scene.rate(
                        ani, deal, "Authority", "3", 0, "personId", Long.toString(buyer), "role", "DECISION_MAKER"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani))).bodyText().contains("Sari", "decision maker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Budget", "Authority", "Need", "Timeline"})
    void opensTheFormOfEachCriterion(String criterion) {
        long id = scene.criterion(criterion);

        assertThat(mvc.get().uri("/deals/{deal}/qualification/{id}", deal, id).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("<!DOCTYPE html>", "name=\"rating\"");
        assertThat(mvc.get()
                        .uri("/deals/{deal}/qualification/{id}", deal, id)
                        .header("HX-Request", "true")
                        .with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<!DOCTYPE html>")
                .contains("name=\"rating\"");
    }

    @Test
    void isClosedToThoseWhoDoNotSeeTheDeal() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer stranger = fixtures.user("Budi", Role.REP);

        assertThat(scene.rate(stranger, deal, "Budget", "2", 0)).hasStatus(404);
        assertThat(scene.rate(stranger, deal, "Budget", "9", 0)).hasStatus(404);
        assertThat(mvc.get().uri("/deals/{id}/qualification", deal).with(as(stranger)))
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/deals/{deal}/qualification/{id}", deal, scene.criterion("Budget"))
                        .with(as(stranger)))
                .hasStatus(404);
        assertThat(scene.answers()).isZero();
    }

    @Test
    void asksDeletedDealsNothing() {
        jdbc.sql("update deal set deleted_at = now()").update();

        assertThat(scene.rate(ani, deal, "Budget", "2", 0)).hasStatus(404);
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani))).hasStatusOk();
    }

    @Test
    void asksOnlyByTheCriteriaOfTheDealsPipeline() {
        jdbc.sql("delete from qualification_choice").update();

        assertThat(scene.rate(ani, deal, "Budget", "2", 0)).hasStatus(404);
        assertThat(mvc.get().uri("/deals/{id}/qualification", deal).with(as(ani)))
                .hasStatus(404);
    }

    @Test
    void disqualifiesInOneStepWithTheReasonOfTheWeakest() {
        scene.rate(ani, deal, "Budget", "0", 0);

        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .bodyText()
                .contains("Something essential is missing here.")
                .containsPattern("<option value=\"\\d+\" selected=\"selected\">No budget</option>");
    }

    @Test
    void showsThePanelWithAsManyQueriesForAllAsForOne() {
        int none = StatementCount.of(
                () -> mvc.get().uri("/deals/{id}", deal).with(as(ani)).exchange());
        scene.rate(ani, deal, "Budget", "1", 0, "amount", "5", "currency", "USD");
        scene.rate(ani, deal, "Need", "1", 0);
        scene.rate(ani, deal, "Timeline", "1", 0);

        assertThat(StatementCount.of(
                        () -> mvc.get().uri("/deals/{id}", deal).with(as(ani)).exchange()))
                .isLessThanOrEqualTo(none);
    }

    private long person(String name, long organization) {
        return jdbc.sql(
                        "insert into person (name, organization_id, created_at) values (:name, :organization, now()) returning id")
                .param("name", name)
                .param("organization", organization)
                .query(Long.class)
                .single();
    }
}
