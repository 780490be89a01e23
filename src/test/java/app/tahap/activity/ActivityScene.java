package app.tahap.activity;

import static app.tahap.Fixtures.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests of activities begin with: one deal of Ani's, on Wednesday 20 May at 10 in Jakarta. */
@DatabaseTest
abstract class ActivityScene {

    static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Activities activities;

    @Autowired
    ActivityKinds kinds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Viewer ani;
    List<Stage> stages;
    long deal;
    long call;
    long task;

    @BeforeEach
    void prepareDeal() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        call = kinds.all().get(0).id();
        task = kinds.task();
    }

    /** Somebody who may see only deals of their own. */
    Viewer stranger() {
        fixtures.letRepsSee(Visibility.OWN);
        return fixtures.user("Budi Santoso", Role.REP);
    }

    ActivityPlan planFor(LocalDate day, @Nullable LocalTime time) {
        return new ActivityPlan(call, "Call them", day, time, null, ani.id());
    }

    long planned(LocalDate day) {
        return planned("Call them", day, null);
    }

    long planned(String subject, LocalDate day, @Nullable LocalTime time) {
        return activities.plan(deal, new ActivityPlan(call, subject, day, time, null, ani.id()), null, ani);
    }

    int version(long activity) {
        return jdbc.sql("select version from activity where id = :id")
                .param("id", activity)
                .query(Integer.class)
                .single();
    }

    /** The next step as the deal tells it: subject, day and time. */
    @Nullable String nextStep(long dealId) {
        return jdbc.sql("""
                        select concat_ws(' ', next_step, next_step_due::text, next_step_time::text) from deal where id = :id
                        """).param("id", dealId).query(String.class).single();
    }

    MvcTestResult get(Viewer viewer, String url) {
        return mvc.get().uri(url).with(as(viewer)).exchange();
    }

    /** A form's request: names and values by turns. */
    MvcTestResult post(Viewer viewer, String url, Object... parameters) {
        return withoutToken(viewer, url, parameters).with(csrf()).exchange();
    }

    MockMvcRequestBuilder withoutToken(Viewer viewer, String url, Object... parameters) {
        MockMvcRequestBuilder request = mvc.post().uri(url).with(as(viewer));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i].toString(), parameters[i + 1].toString());
        }
        return request;
    }

    UUID key() {
        return UUID.randomUUID();
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
