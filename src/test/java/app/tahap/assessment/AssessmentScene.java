package app.tahap.assessment;

import static app.tahap.Fixtures.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests about questions begin with: the usual ones, and a deal of Ani's in the stage for them. */
@DatabaseTest
abstract class AssessmentScene {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    Questions questions;

    @Autowired
    Assessments assessments;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer admin;
    Viewer ani;
    Viewer budi;
    long deal;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(3), ani);
    }

    /** The place of a question among the usual ones, by how its text begins. */
    Question question(String beginning) {
        return questions.of(pipeline.id()).stream()
                .filter(one -> one.wording().text().in(Locale.ENGLISH).startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    long wording(String beginning) {
        return question(beginning).wordingId();
    }

    Viewer stranger() {
        fixtures.letRepsSee(Visibility.OWN);
        return fixtures.user("Citra Dewi", Role.REP);
    }

    MvcTestResult get(Viewer viewer, String url) {
        return mvc.get().uri(url).with(as(viewer)).exchange();
    }

    /** As a form without scripts posts: names and values by turns. */
    MvcTestResult post(Viewer viewer, String url, Object... parameters) {
        return send(viewer, url, false, parameters);
    }

    /** As the page's scripts post. */
    MvcTestResult enhanced(Viewer viewer, String url, Object... parameters) {
        return send(viewer, url, true, parameters);
    }

    private MvcTestResult send(Viewer viewer, String url, boolean script, Object... parameters) {
        var request = mvc.post().uri(url).with(as(viewer)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i].toString(), parameters[i + 1].toString());
        }
        return script ? request.header("HX-Request", "true").exchange() : request.exchange();
    }

    MvcTestResult answer(Viewer viewer, long wording, int version, Object... values) {
        Object[] parameters = new Object[2 + 2 * values.length];
        parameters[0] = "version-" + wording;
        parameters[1] = version;
        for (int i = 0; i < values.length; i++) {
            parameters[2 + 2 * i] = "answer-" + wording;
            parameters[3 + 2 * i] = values[i];
        }
        return enhanced(viewer, "/deals/" + deal + "/needs/" + wording, parameters);
    }

    AssessmentView view() {
        return assessments.load(deal, ani);
    }

    List<String> journal() {
        return jdbc.sql("select message || ' ' || arguments::text from deal_journal where deal_id = :deal order by id")
                .param("deal", deal)
                .query(String.class)
                .list();
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
