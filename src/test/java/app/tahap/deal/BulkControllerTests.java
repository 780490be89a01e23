package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class BulkControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    JdbcClient jdbc;

    Viewer sri;
    Viewer ani;
    Viewer budi;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
    }

    @Test
    void asksHowManyAreMeantBeforeItChangesAnything() {
        List<Long> made = deals(3);

        assertThat(get("/deals/bulk?action=ASSIGN&deal=" + made.get(0) + "&deal=" + made.get(1), sri))
                .hasStatusOk()
                .bodyText()
                .contains("Hand over 2 deals", "Deal 0", "Deal 1")
                .doesNotContain("Deal 2");
        assertThat(get("/deals/bulk?action=MOVE&all=true&text=deal", sri))
                .bodyText()
                .contains("Move 3 deals");
    }

    @Test
    void handsDealsOverInTurnAndWritesOneEventForEach() {
        List<Long> made = deals(4);

        BulkResult result = run(Map.of("action", "ASSIGN", "picked", picked(made)), sri, "toOwners", ani, budi);

        assertThat(result.done()).isEqualTo(4);
        assertThat(owners()).containsExactly(ani.id(), budi.id(), ani.id(), budi.id());
        assertThat(count("select count(*) from deal_event where kind = 'AMENDED'"))
                .isEqualTo(4);
    }

    @Test
    void answersARepeatedFormAsTheFirstAndWritesNothing() {
        List<Long> made = deals(2);
        Map<String, String> form = Map.of(
                "action",
                "ASSIGN",
                "picked",
                picked(made),
                "key",
                UUID.randomUUID().toString());

        BulkResult first = run(form, sri, "toOwners", ani);
        BulkResult second = run(form, sri, "toOwners", ani);

        assertThat(second).isEqualTo(first);
        assertThat(count("select count(*) from deal_event")).isEqualTo(4);
    }

    @Test
    void tagsAndUntags() {
        List<Long> made = deals(2);

        assertThat(run(Map.of("action", "TAG", "picked", picked(made), "newTags", "urgent"), sri, "theTags")
                        .done())
                .isEqualTo(2);
        long tag = count("select id from tag");
        assertThat(count("select count(*) from deal where tag_ids = array[" + tag + "]::bigint[]"))
                .isEqualTo(2);
        BulkResult again = post(
                "/deals/bulk", Map.of("action", "TAG", "picked", picked(made), "theTags", Long.toString(tag)), sri);
        assertThat(again.same()).isEqualTo(2);
        assertThat(post(
                                "/deals/bulk",
                                Map.of("action", "UNTAG", "picked", picked(made), "theTags", Long.toString(tag)),
                                sri)
                        .done())
                .isEqualTo(2);
        assertThat(count("select count(*) from deal where tag_ids = '{}'")).isEqualTo(2);
    }

    @Test
    void movesThoseThatMayGoAndTellsWhyOthersMayNot() {
        List<Long> made = deals(3);
        long closed = made.get(1);
        deals.close(closed, Outcome.WON, null, null, 0, null, sri);
        Map<String, String> form = Map.of(
                "action",
                "MOVE",
                "picked",
                picked(made),
                "toStage",
                Long.toString(stages.get(1).id()));

        BulkResult result = post("/deals/bulk", form, sri);

        assertThat(result.done()).isEqualTo(2);
        assertThat(result.refused()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(closed);
            assertThat(one.reason()).contains("closed");
        });
        assertThat(count("select count(*) from deal where stage_id = "
                        + stages.get(1).id()))
                .isEqualTo(2);
    }

    @Test
    void takesAMoveBackWhereNothingElseHasHappened() {
        List<Long> made = deals(3);
        BulkResult moved = post(
                "/deals/bulk",
                Map.of(
                        "action",
                        "MOVE",
                        "picked",
                        picked(made),
                        "toStage",
                        Long.toString(stages.get(2).id())),
                sri);
        deals.move(made.get(0), new DealMove(stages.get(3).id(), null, null, 1, null), ani);

        BulkResult undone = post("/deals/bulk/undo", Map.of("events", moved.events()), sri);

        assertThat(undone.done()).isEqualTo(2);
        assertThat(undone.refusals()).isOne();
        assertThat(count("select count(*) from deal where stage_id = "
                        + stages.get(0).id()))
                .isEqualTo(2);
    }

    @Test
    void tellsOfDealsThatSomebodyChangedMeanwhile() {
        List<Long> made = deals(2);
        String seen = picked(made);
        deals.assign(made.get(0), budi.id(), 0, sri);

        BulkResult result = run(Map.of("action", "ASSIGN", "picked", seen), sri, "toOwners", ani);

        assertThat(result.done()).isOne();
        assertThat(result.refused()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("changed it meanwhile"));
    }

    @Test
    void disqualifiesWithAReasonOnly() {
        List<Long> made = deals(2);
        Map<String, String> form = Map.of("action", "DISQUALIFY", "picked", picked(made), "note", "<script>x</script>");

        assertThat(send("/deals/bulk", form, sri))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose a reason.", "&lt;script&gt;x&lt;/script&gt;")
                .doesNotContain("<script>x");
        var withReason = new java.util.HashMap<>(form);
        withReason.put("forReason", Long.toString(fixtures.reason("DISQUALIFIED")));
        assertThat(post("/deals/bulk", withReason, sri).done()).isEqualTo(2);
        assertThat(count("select count(*) from deal where outcome = 'DISQUALIFIED'"))
                .isEqualTo(2);
    }

    @Test
    void changesNothingThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);
        List<Long> made = deals(2);

        assertThat(get("/deals/bulk?action=MOVE&deal=" + made.get(0), ani)).hasStatus(422);
        assertThat(get("/deals/bulk?action=MOVE&all=true", ani)).hasStatus(422);
        BulkResult result = post(
                "/deals/bulk",
                Map.of(
                        "action",
                        "MOVE",
                        "picked",
                        picked(made),
                        "toStage",
                        Long.toString(stages.get(1).id())),
                ani);
        assertThat(result.done()).isZero();
        assertThat(result.refused()).allSatisfy(one -> assertThat(one.title()).isEmpty());
        assertThat(send(
                        "/deals/bulk",
                        Map.of("action", "ASSIGN", "picked", picked(made), "toOwners", Long.toString(budi.id())),
                        ani))
                .hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1:2:3", "1:0,", "-1:0", "99999999999999999999:0", "1:0;drop table deal"})
    void survivesPickedDealsThatNoPageOfOursWrites(String picked) {
        Map<String, String> form = Map.of(
                "action",
                "MOVE",
                "picked",
                picked,
                "toStage",
                Long.toString(stages.get(1).id()));
        assertThat(send("/deals/bulk", form, sri)).hasStatus3xxRedirection();
        assertThat(send("/deals/bulk/undo", Map.of("events", picked), sri)).hasStatus3xxRedirection();
    }

    @Test
    void keepsTheFilterOnTheWayBack() {
        List<Long> made = deals(1);

        assertThat(send(
                        "/deals/bulk?outcome=OPEN&text=deal",
                        Map.of(
                                "action",
                                "MOVE",
                                "picked",
                                picked(made),
                                "toStage",
                                Long.toString(stages.get(1).id())),
                        sri))
                .hasRedirectedUrl("/deals?text=deal&outcome=OPEN");
    }

    @Test
    void offersCheckboxesAndTheHonestNumberOfAllThatMatch() {
        deals(60);

        assertThat(get("/deals?text=deal", sri))
                .bodyText()
                .contains("All 60 that match", "form=\"bulk\" name=\"deal\"", "name=\"text\" value=\"deal\"");
        assertThat(get("/deals/bulk?action=MOVE&all=true&text=deal", sri))
                .bodyText()
                .contains("Move 60 deals");
        assertThat(get("/deals?only=DELETED", sri)).bodyText().doesNotContain("form=\"bulk\"");
    }

    @Test
    void changesAThousandDealsWithinSeconds() {
        List<Long> made = deals(1000);
        String picked = picked(made);
        long start = System.nanoTime();

        BulkResult result = post(
                "/deals/bulk",
                Map.of(
                        "action",
                        "MOVE",
                        "picked",
                        picked,
                        "toStage",
                        Long.toString(stages.get(1).id())),
                sri);

        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        System.out.println("BULK 1000 took ms " + (System.nanoTime() - start) / 1_000_000);
        assertThat(result.done()).isEqualTo(1000);
        assertThat(seconds).isLessThan(30);
    }

    private List<Long> deals(int count) {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(fixtures.deal("Deal " + i, stages.get(0), sri));
        }
        return made;
    }

    private String picked(List<Long> ids) {
        Map<Long, Integer> versions = new java.util.HashMap<>();
        jdbc.sql("select id, version from deal").query(row -> {
            versions.put(row.getLong("id"), row.getInt("version"));
        });
        return new BulkSelection(ids.stream()
                        .map(id -> new BulkSelection.Picked(id, versions.getOrDefault(id, 0)))
                        .toList())
                .toString();
    }

    private List<Long> owners() {
        return jdbc.sql("select owner_id from deal order by id")
                .query(Long.class)
                .list();
    }

    private BulkResult run(Map<String, String> form, Viewer by, String name, Viewer... owners) {
        var request = mvc.post().uri("/deals/bulk").with(as(by)).with(csrf());
        form.forEach(request::param);
        for (Viewer owner : owners) {
            request.param(name, Long.toString(owner.id()));
        }
        return result(request.exchange());
    }

    private BulkResult post(String address, Map<String, String> form, Viewer by) {
        return result(send(address, form, by));
    }

    private static BulkResult result(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return (BulkResult)
                Objects.requireNonNull(answer.getMvcResult().getFlashMap().get("bulk"));
    }

    private MvcTestResult send(String address, Map<String, String> form, Viewer by) {
        var request = mvc.post().uri(address).with(as(by)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address, Viewer by) {
        return mvc.get().uri(address).with(as(by)).exchange();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
