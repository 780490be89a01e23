package app.tahap.playbook;

import static app.tahap.Fixtures.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.activity.ActivityKinds;
import app.tahap.deal.DealMove;
import app.tahap.deal.DealService;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests of playbooks begin with: a deal of Ani's in the first stage, and her manager. */
@DatabaseTest
abstract class PlaybookScene {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    PlaybookService playbooks;

    @Autowired
    PlaybookParts parts;

    @Autowired
    DealService deals;

    @Autowired
    ActivityKinds kinds;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Pipeline pipeline;
    List<Stage> stages;
    Team team;
    Viewer admin;
    Viewer manager;
    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        team = fixtures.team("Java");
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        manager = fixtures.user("Maya Putri", Role.MANAGER, team);
        ani = fixtures.user("Ani Basuki", Role.REP, team);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    /** A playbook that is set off as a deal enters the second stage, still off. */
    long entering(String name) {
        return playbook(name, Trigger.ENTERED, stage(1), null);
    }

    long playbook(String name, Trigger trigger, @Nullable Long stage, @Nullable String days) {
        return playbooks.create(new PlaybookForm(name, trigger, stage, days, false, null, null, UUID.randomUUID()));
    }

    long stage(int number) {
        return stages.get(number).id();
    }

    /** To call the owner the day after. */
    void plan(long playbook) {
        act(playbook, ActionKind.ACTIVITY, activity("Call {{deal.title}}", null));
    }

    ActionForm activity(String subject, @Nullable Long user) {
        return new ActionForm(subject, kinds.task(), "1", null, user, null, null, null, null, UUID.randomUUID());
    }

    ActionForm move(int stage) {
        return new ActionForm(null, null, null, null, null, null, stage(stage), null, null, UUID.randomUUID());
    }

    void act(long playbook, ActionKind kind, ActionForm form) {
        parts.addAction(playbook, kind, form, null);
    }

    void ask(long playbook, ConditionKind kind, String value) {
        parts.addCondition(playbook, kind, new ConditionForm(value, value, UUID.randomUUID()), admin);
    }

    void move(long dealId, int stage) {
        deals.move(dealId, new DealMove(stage(stage), null, null, fixtures.version(dealId), null), ani);
    }

    /** State and reason of all runs in their order. */
    List<String> runs() {
        return jdbc.sql("select concat_ws(' ', state, reason) from playbook_run order by id")
                .query(String.class)
                .list();
    }

    List<String> activities() {
        return jdbc.sql("""
                        select a.subject || ' ' || a.due_on || ' ' || u.name from activity a join users u on u.id = a.assignee_id
                         order by a.id
                        """).query(String.class).list();
    }

    List<String> journal() {
        return jdbc.sql("select message from deal_journal where deal_id = :deal order by id")
                .param("deal", deal)
                .query(String.class)
                .list();
    }

    List<String> events() {
        return jdbc.sql(
                        "select kind || coalesce(' ' || actor_id, '') from deal_event where deal_id = :deal order by id")
                .param("deal", deal)
                .query(String.class)
                .list();
    }

    String page(Viewer viewer, String url) {
        return new String(get(viewer, url).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    MvcTestResult get(Viewer viewer, String url) {
        return mvc.get().uri(url).with(as(viewer)).exchange();
    }

    MvcTestResult post(Viewer viewer, String url, Object... parameters) {
        var request = mvc.post().uri(url).with(as(viewer)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i].toString(), parameters[i + 1].toString());
        }
        return request.exchange();
    }
}
