package app.tahap.qualification;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The score on the board, and in the list of deals. */
@DatabaseTest
class ScoreListTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    QualificationScene scene;
    Viewer ani;

    @BeforeEach
    void prepare() {
        scene = new QualificationScene(mvc, jdbc);
        List<Stage> stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        scene.rate(ani, fixtures.deal("A fleet", stages.get(1), ani), "Budget", "2", 0);
        scene.rate(ani, fixtures.deal("Fifty laptops", stages.get(1), ani), "Budget", "3", 0);
        fixtures.deal("A warehouse", stages.get(1), ani);
    }

    @Test
    void standsOnTheCardInWordsToo() {
        assertThat(get("/board")).bodyText().contains("score 30 of 100", "score 20 of 100");
    }

    @Test
    void limitsTheList() {
        assertThat(get("/deals?scoreMin=21"))
                .bodyText()
                .contains("Fifty laptops")
                .doesNotContain("A fleet", "A warehouse");
        assertThat(get("/deals?scoreMax=29"))
                .bodyText()
                .contains("A fleet")
                .doesNotContain("Fifty laptops", "A warehouse");
        assertThat(get("/deals?only=UNQUALIFIED"))
                .bodyText()
                .contains("A warehouse", "Not qualified yet")
                .doesNotContain("A fleet");
        assertThat(get("/deals?scoreMin=x")).hasStatus(400);
    }

    @Test
    void sortsTheList() {
        assertThat(get("/deals?sort=SCORE&descending=true"))
                .bodyText()
                .containsSubsequence("Fifty laptops", "A fleet", "A warehouse");
        assertThat(get("/deals?sort=SCORE&descending=false"))
                .bodyText()
                .containsSubsequence("A fleet", "Fifty laptops", "A warehouse");
    }

    @Test
    void isExported() {
        assertThat(get("/deals.csv?sort=SCORE"))
                .bodyText()
                .contains(",Score")
                .contains(",2026-05-20,,30,")
                .contains(",2026-05-20,,20,");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as(ani)).exchange();
    }
}
