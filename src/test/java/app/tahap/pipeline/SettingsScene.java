package app.tahap.pipeline;

import static app.tahap.Fixtures.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An administrator, a manager and a pipeline of seven stages; how their requests are sent. */
@DatabaseTest
abstract class SettingsScene {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutowireCapableBeanFactory beans;

    PipelineFixtures shape;
    Viewer ani;
    Viewer manager;
    Pipeline sales;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        sales = fixtures.workspace();
        stages = fixtures.stages(sales);
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        manager = fixtures.user("Budi Santoso", Role.MANAGER);
        shape = beans.createBean(PipelineFixtures.class);
    }

    MvcTestResult get(Viewer viewer, String url) {
        return mvc.get().uri(url).with(as(viewer)).exchange();
    }

    /** Posts a plain form; fields are names and values in turn. */
    MvcTestResult post(Viewer viewer, String url, Object... fields) {
        return send(viewer, url, false, true, fields);
    }

    MvcTestResult postByScript(Viewer viewer, String url, Object... fields) {
        return send(viewer, url, true, true, fields);
    }

    MvcTestResult postWithoutToken(Viewer viewer, String url, Object... fields) {
        return send(viewer, url, false, false, fields);
    }

    private MvcTestResult send(Viewer viewer, String url, boolean script, boolean token, Object... fields) {
        var request = mvc.post().uri(url).with(as(viewer));
        if (script) {
            request.header("HX-Request", "true");
        }
        if (token) {
            request.with(csrf());
        }
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }

    int arrangement() {
        return jdbc.sql("select arrangement from pipeline where id = :id")
                .param("id", sales.id())
                .query(Integer.class)
                .single();
    }

    List<String> names() {
        return fixtures.stages(sales).stream().map(Stage::getName).toList();
    }

    int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
