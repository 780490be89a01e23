package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the tests of the board's requests begin with: one deal of Ani's in the first stage. */
@DatabaseTest
abstract class BoardScene {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Viewer ani;
    List<Stage> stages;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    /** Somebody who may see only deals of their own. */
    Viewer stranger() {
        fixtures.letRepsSee(Visibility.OWN);
        return fixtures.user("Budi Santoso", Role.REP);
    }

    MvcTestResult get(Viewer viewer, String url) {
        return mvc.get().uri(url).with(as(viewer)).exchange();
    }

    /** A request as the board's scripts make it: names and values by turns. */
    MvcTestResult post(Viewer viewer, String url, Object... parameters) {
        return form(viewer, url, parameters).header("HX-Request", "true").exchange();
    }

    /** A request as a form makes it without scripts. */
    MockMvcRequestBuilder form(Viewer viewer, String url, Object... parameters) {
        return withoutToken(viewer, url, parameters).with(csrf());
    }

    MockMvcRequestBuilder withoutToken(Viewer viewer, String url, Object... parameters) {
        MockMvcRequestBuilder request = mvc.post().uri(url).with(as(viewer));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i].toString(), parameters[i + 1].toString());
        }
        return request;
    }

    MvcTestResult move(Viewer viewer, long dealId, Stage target, int version, UUID key) {
        return post(
                viewer,
                "/deals/" + dealId + "/stage",
                "stageId",
                target.id(),
                "from",
                stages.get(0).id(),
                "version",
                version,
                "key",
                key);
    }

    List<String> events(long dealId) {
        return jdbc.sql("select kind from deal_event where deal_id = :id order by id")
                .param("id", dealId)
                .query(String.class)
                .list();
    }

    long lastEvent(long dealId) {
        return jdbc.sql("select max(id) from deal_event where deal_id = :id")
                .param("id", dealId)
                .query(Long.class)
                .single();
    }

    long stageOf(long dealId) {
        return jdbc.sql("select stage_id from deal where id = :id")
                .param("id", dealId)
                .query(Long.class)
                .single();
    }

    String outcomeOf(long dealId) {
        return jdbc.sql("select outcome from deal where id = :id")
                .param("id", dealId)
                .query(String.class)
                .single();
    }

    /** The titles of a column's open deals, from top to end. */
    List<String> column(Stage stage) {
        return jdbc.sql("select title from deal where stage_id = :stage and outcome = 'OPEN' order by rank, id")
                .param("stage", stage.id())
                .query(String.class)
                .list();
    }
}
