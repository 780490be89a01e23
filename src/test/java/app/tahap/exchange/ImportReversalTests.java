package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static app.tahap.exchange.ImportFixtures.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.deal.StageStays;
import app.tahap.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An import that is taken back as a whole, and restored. */
@DatabaseTest
class ImportReversalTests {

    private static final String FILE = """
            ID,Title,Stage,Owner,Amount,Currency,Created,Closed
            1,Pump,Proposal,Budi,100,EUR,2026-01-02,
            2,Cable,Proposal,Budi,100,EUR,2026-01-02,
            3,Rooftop,Won,Budi,300,EUR,2026-01-02,2026-03-02
            4,Crane,Lost,Budi,,,2026-01-02,2026-03-02
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ImportFixtures imports;

    @Autowired
    DealService deals;

    @Autowired
    StageStays stays;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Pipeline pipeline;
    Viewer manager;
    Viewer budi;
    long id;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        manager = fixtures.user("Sri Wahyuni", Role.MANAGER);
        budi = fixtures.user("Budi", Role.REP);
        id = imports.bringIn(content(FILE), pipeline, manager);
    }

    @Test
    void saysBeforehandHowManyDealsLeaveAndHowManyStay() {
        assertThat(get("")).bodyText().contains("/imports/" + id + "/taking-back", "Take this import back");
        work(deal("Pump"));

        assertThat(get("/taking-back"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "3 deals will be deleted.",
                        "One deal stays, because somebody has worked on it",
                        "Delete 3 deals");
        assertThat(titles("deleted_at is null")).as("nothing is done yet").hasSize(4);
    }

    @Test
    void deletesWhatNobodyHasWorkedOn() {
        work(deal("Pump"));
        note(deal("Crane"));

        assertThat(post("/taking-back")).hasRedirectedUrl("/imports/" + id);

        assertThat(titles("deleted_at is null")).containsExactly("Crane", "Pump");
        assertThat(get(""))
                .bodyText()
                .contains(
                        "This import was taken back on",
                        "2 of its deals are deleted.",
                        "Restore the import",
                        "Show the deleted deals",
                        "only=DELETED");
        assertThat(get("/taking-back")).hasRedirectedUrl("/imports/" + id);
        assertThat(mvc.get().uri("/imports").with(as(manager))).bodyText().contains("Taken back");
        assertThat(mvc.get().uri("/deals?imported={id}", id).with(as(manager)))
                .bodyText()
                .contains("2 deals");
        assertThat(mvc.get().uri("/board").with(as(manager)))
                .bodyText()
                .contains("Pump")
                .doesNotContain("Cable");
        assertThat(stays.rebuild().removed()).isZero();
    }

    @Test
    void saysFirstThatItWasTakenBack() {
        assertThat(get(""))
                .bodyText()
                .contains(">The import is finished</h1>", "<li class=\"import-created\">", "<span>new</span>");

        post("/taking-back");

        assertThat(get(""))
                .bodyText()
                .contains(">The import was taken back</h1>", "<span>were imported</span>")
                .doesNotContain("The import is finished", "import-created", "<span>new</span>");

        post("/restoration");

        assertThat(get("")).bodyText().contains(">The import is finished</h1>", "<li class=\"import-created\">");
    }

    @Test
    void restoresWhatItTookBackAndNothingElse() {
        deals.delete(deal("Pump"), 0, manager);
        clock.turn(Duration.ofDays(1));
        post("/taking-back");
        clock.turn(Duration.ofDays(1));

        assertThat(post("/restoration")).hasRedirectedUrl("/imports/" + id);

        assertThat(titles("deleted_at is not null"))
                .as("that was deleted by itself")
                .containsExactly("Pump");
        assertThat(get("")).bodyText().contains("/taking-back").doesNotContain("was taken back");
        assertThat(stays.rebuild().removed()).isZero();

        post("/taking-back");

        assertThat(titles("deleted_at is null"))
                .as("going and coming back is no work")
                .isEmpty();
    }

    @Test
    void doesToEachDealWhatASingleDeletionAndRestorationDo() {
        long single = deal("Pump");
        deals.delete(single, 0, manager);
        post("/taking-back");

        assertThat(last("Cable")).isEqualTo(last("Pump")).containsEntry("kind", "DELETED");
        assertThat(row("Cable")).isEqualTo(row("Pump"));
        assertThat(last("Rooftop")).containsEntry("outcome", "WON").containsEntry("deleted", true);

        clock.turn(Duration.ofDays(1));
        deals.restore(single, manager);
        post("/restoration");

        assertThat(last("Cable")).isEqualTo(last("Pump")).containsEntry("kind", "RESTORED");
        assertThat(row("Cable")).isEqualTo(row("Pump"));
    }

    @Test
    void givesOpenDealsWhoseOwnerHasLeftToWhoeverRestoresThem() {
        post("/taking-back");
        jdbc.sql("update users set deactivated_at = now() where id = :budi")
                .param("budi", budi.id())
                .update();

        post("/restoration");

        assertThat(titles("owner_id = " + manager.id())).containsExactly("Cable", "Pump");
        assertThat(String.valueOf(last("Pump").get("changes"))).contains("\"owner\"", "\"" + budi.id() + "\"");
        assertThat(titles("owner_id = " + budi.id())).as("history stays his").containsExactly("Crane", "Rooftop");
    }

    @Test
    void doesNotTakeANewRateForWorkOnTheDeal() {
        Viewer administrator = fixtures.user("Andi Admin", Role.ADMINISTRATOR);
        mvc.post()
                .uri("/settings/rates")
                .with(as(administrator))
                .with(csrf())
                .param("currency", "EUR")
                .param("validFrom", "2026-01-01")
                .param("rate", "1.1")
                .exchange();
        assertThat(last("Rooftop")).containsEntry("kind", "AMENDED");

        assertThat(mvc.post()
                        .uri("/imports/{id}/taking-back", id)
                        .with(as(administrator))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(titles("deleted_at is null")).isEmpty();
        assertThat(get("")).bodyText().doesNotContain("count in totals now", "counts in totals now");
    }

    @Test
    void letsTheFileBeImportedAgain() {
        deals.delete(deal("Pump"), 0, manager);
        clock.turn(Duration.ofDays(1));
        post("/taking-back");

        long again = imports.bringIn(content(FILE), pipeline, manager);

        assertThat(imports.result(again, manager).created()).isEqualTo(3);
        assertThat(imports.result(again, manager).present())
                .as("what a person deleted stays deleted")
                .isOne();
        assertThat(mvc.get().uri("/imports/{id}", again).with(as(manager)))
                .bodyText()
                .contains("That includes deals that somebody deleted");

        long replaced = jdbc.sql("select id from deal where title = 'Cable' and import_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        assertThat(mvc.post()
                        .uri("/deals/{id}/restoration", replaced)
                        .with(as(manager))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("This deal was imported again meanwhile");
        post("/restoration");

        assertThat(titles("deleted_at is null")).containsExactly("Cable", "Crane", "Rooftop");
    }

    @Test
    void offersNoRestoringOfDealsThatWereImportedAgain() {
        long replaced = deal("Cable");
        post("/taking-back");
        String list = "/deals?only=DELETED&imported=" + id;
        assertThat(page(list)).contains("/deals/" + replaced + "/restoration").doesNotContain("imported again");
        assertThat(page("/deals/" + replaced)).contains("/deals/" + replaced + "/restoration");
        clock.turn(Duration.ofDays(1));

        imports.bringIn(content(FILE), pipeline, manager);

        assertThat(page(list)).contains("Cable", ">imported again</span>").doesNotContain("/restoration");
        assertThat(page("/deals/" + replaced))
                .contains("This deal was imported again meanwhile, so it stays deleted.")
                .doesNotContain("/restoration");
    }

    @Test
    void staysTakenBackWhileItsDealsAreThereByALaterImport() {
        post("/taking-back");
        clock.turn(Duration.ofDays(1));
        long again = imports.bringIn(content(FILE), pipeline, manager);

        assertThat(get(""))
                .bodyText()
                .contains("4 of its deals are deleted.", "They were imported again, and cannot be restored")
                .doesNotContain("Restore the import");
        assertThat(post("/restoration")).hasRedirectedUrl("/imports/" + id);
        assertThat(get("")).bodyText().contains("was taken back", "They were imported again");
        assertThat(titles("deleted_at is null and import_id = " + id)).isEmpty();

        mvc.post()
                .uri("/imports/{id}/taking-back", again)
                .with(as(manager))
                .with(csrf())
                .exchange();
        assertThat(get("")).bodyText().contains("Restore the import").doesNotContain("imported again");
        post("/restoration");

        assertThat(titles("deleted_at is null and import_id = " + id)).hasSize(4);
        assertThat(get("")).bodyText().contains("/taking-back").doesNotContain("was taken back");
    }

    @Test
    void staysTakenBackUntilTheLastOfItsDealsIsRestored() {
        post("/taking-back");
        clock.turn(Duration.ofDays(1));
        long again = imports.bringIn(content(FILE), pipeline, manager);
        jdbc.sql("update deal set deleted_at = now() where import_id = :again and title <> 'Pump'")
                .param("again", again)
                .update();

        assertThat(get(""))
                .bodyText()
                .contains("One of them was imported again, and cannot be restored", "Restore the import");
        post("/restoration");

        assertThat(titles("deleted_at is null and import_id = " + id)).containsExactly("Cable", "Crane", "Rooftop");
        assertThat(get(""))
                .bodyText()
                .contains("was taken back", "One of its deals is deleted.", "It was imported again")
                .doesNotContain("Restore the import");

        jdbc.sql("update deal set deleted_at = now() where import_id = :again and title = 'Pump'")
                .param("again", again)
                .update();
        post("/restoration");

        assertThat(titles("deleted_at is null and import_id = " + id)).hasSize(4);
        assertThat(get("")).bodyText().doesNotContain("was taken back");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(post("/restoration")).hasStatus(422).bodyText().contains("This import was restored already.");
        post("/taking-back");
        assertThat(post("/taking-back")).hasStatus(422).bodyText().contains("was taken back already");

        jdbc.sql("""
                        insert into deal_import (file_name, file_size, status, settings, uploaded_by, uploaded_at)
                        values ('b.csv', 1, 'RUNNING', '{}', :sri, now())
                        """).param("sri", manager.id()).update();
        assertThat(post("/restoration")).hasStatus(422).bodyText().contains("Another import is running");
        assertThat(titles("deleted_at is null")).isEmpty();
    }

    @Test
    void isOnlyForThoseWhoSeeTheImport() {
        Viewer other = fixtures.user("Dewi Lestari", Role.MANAGER);

        for (String action : List.of("/taking-back", "/restoration")) {
            assertThat(post(action, other)).hasStatus(404);
            assertThat(post(action, budi)).hasStatus(403);
            assertThat(mvc.post().uri("/imports/" + id + action).with(as(manager)))
                    .as("without CSRF token")
                    .hasStatus(403);
        }
        assertThat(mvc.get().uri("/imports/{id}/taking-back", id).with(as(other)))
                .hasStatus(404);
        assertThat(titles("deleted_at is null")).hasSize(4);
    }

    private void work(long deal) {
        deals.close(deal, Outcome.WON, null, null, 0, null, budi);
        deals.reopen(deal, fixtures.version(deal), null, budi);
    }

    private void note(long deal) {
        assertThat(mvc.post()
                        .uri("/deals/{id}/notes", deal)
                        .with(as(budi))
                        .with(csrf())
                        .param("text", "Called")
                        .param("key", "6f1c0c9e-0000-4000-8000-000000000001"))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult get(String page) {
        return mvc.get().uri("/imports/" + id + page).with(as(manager)).exchange();
    }

    private String page(String address) {
        MvcTestResult result = mvc.get().uri(address).with(as(manager)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String action) {
        return post(action, manager);
    }

    private MvcTestResult post(String action, Viewer viewer) {
        return mvc.post()
                .uri("/imports/" + id + action)
                .with(as(viewer))
                .with(csrf())
                .exchange();
    }

    private long deal(String title) {
        return jdbc.sql("select id from deal where title = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    private List<String> titles(String condition) {
        return jdbc.sql("select title from deal where " + condition + " order by title")
                .query(String.class)
                .list();
    }

    /** What the last event of a deal says, apart from which deal's it is. */
    private Map<String, Object> last(String title) {
        return without(jdbc.sql("""
                        select e.* from deal_event e join deal d on d.id = e.deal_id
                         where d.title = :title order by e.id desc limit 1
                        """).param("title", title).query().singleRow(), "deal_id");
    }

    private Map<String, Object> row(String title) {
        Map<String, Object> row = jdbc.sql("select * from deal where title = :title")
                .param("title", title)
                .query()
                .singleRow();
        row.computeIfPresent(
                "tag_ids", (column, tags) -> tags.toString()); // arrays of the driver equal none but themselves
        return without(row, "title", "rank", "external_id");
    }

    private static Map<String, Object> without(Map<String, Object> row, String... columns) {
        row.remove("id");
        List.of(columns).forEach(row::remove);
        return row;
    }
}
