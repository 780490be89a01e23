package app.tahap.closing;

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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests about the end of deals begin with: a deal of Ani's in the last stage, and a competitor. */
@DatabaseTest
abstract class ClosingScene {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer admin;
    Viewer ani;
    long deal;
    long competitor;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(6), ani);
        competitor = jdbc.sql("insert into competitor (label, position) values ('PT Saingan', 1) returning id")
                .query(Long.class)
                .single();
    }

    Viewer stranger() {
        fixtures.letRepsSee(Visibility.OWN);
        return fixtures.user("Citra Dewi", Role.REP);
    }

    MvcTestResult get(Viewer viewer, String url) {
        return mvc.get().uri(url).with(as(viewer)).exchange();
    }

    String page(Viewer viewer, String url) {
        return body(get(viewer, url));
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    MvcTestResult post(Viewer viewer, String url, Object... parameters) {
        return send(viewer, url, false, parameters);
    }

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

    MvcTestResult lose(Object... more) {
        Object[] parameters = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {"outcome", "LOST", "version", fixtures.version(deal), "reasonId", fixtures.reason("LOST")
                },
                0,
                parameters,
                0,
                6);
        System.arraycopy(more, 0, parameters, 6, more.length);
        return post(ani, "/deals/" + deal + "/outcome", parameters);
    }

    MvcTestResult win() {
        return post(ani, "/deals/" + deal + "/outcome", "outcome", "WON", "version", fixtures.version(deal));
    }

    MvcTestResult undo() {
        long event = jdbc.sql("select max(id) from deal_event where deal_id = :deal")
                .param("deal", deal)
                .query(Long.class)
                .single();
        return post(ani, "/deals/" + deal + "/undo", "eventId", event, "view", "deal");
    }

    MvcTestResult reopen() {
        return post(ani, "/deals/" + deal + "/reopening", "version", fixtures.version(deal), "view", "deal");
    }

    List<String> journal() {
        return jdbc.sql("select message from deal_journal where deal_id = :deal order by id")
                .param("deal", deal)
                .query(String.class)
                .list();
    }
}
