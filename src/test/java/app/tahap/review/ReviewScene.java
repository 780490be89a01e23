package app.tahap.review;

import static app.tahap.Fixtures.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.deal.DealMove;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests about reviews begin with: a manager, two reps of different teams, and three deals of the first one. */
@DatabaseTest
abstract class ReviewScene {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    ReviewStart start;

    @Autowired
    ReviewEnding ending;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewDeals places;

    @Autowired
    Meeting meeting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Pipeline pipeline;
    List<Stage> stages;
    Team jakarta;
    Team medan;
    Viewer admin;
    Viewer manager;
    Viewer ani;
    Viewer budi;
    long laptops;
    long printers;
    long chairs;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        jakarta = fixtures.team("Jakarta");
        medan = fixtures.team("Medan");
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        manager = fixtures.user("Maya Sari", Role.MANAGER, jakarta);
        ani = fixtures.user("Ani Basuki", Role.REP, jakarta);
        budi = fixtures.user("Budi Santoso", Role.REP, medan);
        laptops = fixtures.deal("Fifty laptops", stages.get(0), ani);
        printers = fixtures.deal("Ten printers", stages.get(2), ani, new java.math.BigDecimal("5000"), "USD");
        chairs = fixtures.deal("Hundred chairs", stages.get(1), ani, null, "USD");
    }

    /** What a manager sees, and a rep. */
    void letSee(Visibility ofManagers, Visibility ofReps) {
        jdbc.sql("update workspace set manager_visibility = :managers, rep_visibility = :reps")
                .param("managers", ofManagers.name())
                .param("reps", ofReps.name())
                .update();
        manager = fixtures.viewer(manager.id());
        ani = fixtures.viewer(ani.id());
        budi = fixtures.viewer(budi.id());
    }

    ReviewForm form(@Nullable String whose, boolean onlyMarked, ReviewOrder order) {
        return new ReviewForm(pipeline.id(), whose, onlyMarked, order, UUID.randomUUID());
    }

    long begin(Viewer viewer) {
        return start.start(form(null, false, ReviewOrder.AMOUNT), viewer);
    }

    MeetingForm decided(@Nullable Decision decision, @Nullable String words, @Nullable String note, int version) {
        return new MeetingForm(decision, words, note, null, null, null, version, UUID.randomUUID(), null);
    }

    MeetingForm planned(Decision decision, String due, Viewer assignee) {
        return new MeetingForm(
                decision,
                null,
                null,
                null,
                LocalDate.parse(due),
                assignee.id(),
                0,
                UUID.randomUUID(),
                MeetingForm.Way.NEXT);
    }

    void pass(int days) {
        clock.turn(Duration.ofDays(days));
    }

    void move(long deal, int stage) {
        DealMove move = new DealMove(stages.get(stage).id(), null, null, fixtures.version(deal), UUID.randomUUID());
        deals.move(deal, move, admin);
    }

    void close(long deal, Outcome outcome) {
        post(
                admin,
                "/deals/" + deal + "/outcome",
                "outcome",
                outcome,
                "version",
                fixtures.version(deal),
                "reasonId",
                outcome == Outcome.WON ? "" : fixtures.reason(outcome.name()));
    }

    List<String> titles(long review, Viewer viewer) {
        return places.all(review, viewer).stream().map(ReviewDealRow::title).toList();
    }

    List<String> journal(long deal) {
        return jdbc.sql("select message from deal_journal where deal_id = :deal order by id")
                .param("deal", deal)
                .query(String.class)
                .list();
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
        var request = mvc.post().uri(url).with(as(viewer)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i].toString(), parameters[i + 1].toString());
        }
        return request.exchange();
    }
}
