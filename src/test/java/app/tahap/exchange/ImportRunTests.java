package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static app.tahap.exchange.ImportFixtures.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.web.RuleException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the dry run to the result: running, watching, dying, going on. */
@DatabaseTest
class ImportRunTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ImportFixtures imports;

    @Autowired
    ImportService service;

    @Autowired
    ImportWorker worker;

    @Autowired
    ImportViews views;

    @Autowired
    ImportCleaning cleaning;

    @Autowired
    TestClock.Turnable clock;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Pipeline pipeline;
    Viewer manager;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        manager = fixtures.user("Sri Wahyuni", Role.MANAGER);
    }

    @Test
    void importsWhatWasCheckedAndLinksToTheDeals() {
        long id = checked(rows(3) + "x,,Proposal\n");

        assertThat(post(id, "run")).hasRedirectedUrl("/imports/" + id);
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "The import is finished",
                        "href=\"/deals?imported=" + id + "\"",
                        "The title is missing.",
                        "/refused.csv")
                .doesNotContain("Delete this file");
        assertThat(mvc.get().uri("/deals?imported={id}", id).with(as(manager)))
                .hasStatusOk()
                .bodyText()
                .contains("3 deals", "Deal 2", "Imported from", "deals.csv");
        assertThat(count("deal_import_piece"))
                .as("the file is not needed any more")
                .isZero();
    }

    @Test
    void namesStagesThatWereArchivedSince() {
        long id = imported(rows(3));
        String stage = jdbc.sql("select distinct s.name from deal d join stage s on s.id = d.stage_id")
                .query(String.class)
                .single();
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager)))
                .bodyText()
                .contains(">" + stage + "</th>");
        jdbc.sql("update stage set archived_at = now() where id in (select stage_id from deal)")
                .update();

        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager)))
                .hasStatusOk()
                .bodyText()
                .contains(">" + stage + " (archived)</th>");
    }

    @Test
    void saysOfMissingRatesWhatIsTrueNow() {
        Viewer administrator = fixtures.user("Andi Admin", Role.ADMINISTRATOR);
        long id = checked("""
                Title,Stage,Owner,Amount,Currency,Created,Closed
                A,Won,Sri Wahyuni,1,EUR,2026-01-02,2026-03-02
                B,Won,Sri Wahyuni,1,IDR,2026-01-02,2026-03-02
                C,Won,Sri Wahyuni,1,IDR,2026-01-02,2026-03-02
                """);
        post(id, "run");

        assertThat(mvc.get().uri("/imports/{id}", id).with(as(administrator)))
                .bodyText()
                .contains("3 closed deals in a currency without an exchange rate", "href=\"/settings/rates\"");

        addRate(administrator, "IDR");
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(administrator)))
                .bodyText()
                .contains("One closed deal in a currency without", "2 closed deals were imported before their");

        addRate(administrator, "EUR");
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(administrator)))
                .bodyText()
                .contains("3 closed deals were imported before their exchange rate was known, and count in totals now")
                .doesNotContain("missing in totals", "href=\"/settings/rates\"");
    }

    private void addRate(Viewer administrator, String currency) {
        assertThat(mvc.post()
                        .uri("/settings/rates")
                        .with(as(administrator))
                        .with(csrf())
                        .param("currency", currency)
                        .param("validFrom", "2026-01-01")
                        .param("rate", "0.5"))
                .hasStatus3xxRedirection();
    }

    @Test
    void importsNothingThatWasNotChecked() {
        long id = checked(rows(3));
        post(id, "run");

        assertThat(post(id, "run")).hasStatus(422).bodyText().contains("Please check the file again first.");
        assertThat(count("deal")).isEqualTo(3);
    }

    @Test
    void refusesToChangeWhatHasBegun() {
        long id = checked(rows(3));
        post(id, "run");

        assertThat(post(id, "deletion")).hasStatus(422).bodyText().contains("cannot be changed any more");
        assertThat(post(id, "continuation")).hasStatus(422).bodyText().contains("not interrupted");
    }

    @Test
    void showsTheResultToWhoGoesBackToAStepBehindIt() {
        long id = imported(rows(3));

        for (String step : List.of("format", "columns", "values")) {
            assertThat(mvc.get().uri("/imports/{id}/" + step, id).with(as(manager)))
                    .hasRedirectedUrl("/imports/" + id);
        }
        assertThat(post(id, "format")).hasRedirectedUrl("/imports/" + id);
        assertThat(post(id, "columns")).hasRedirectedUrl("/imports/" + id);
        assertThat(post(id, "values")).hasRedirectedUrl("/imports/" + id);
    }

    @Test
    void tellsWhoCheckedAgainMeanwhile() {
        long id = checked(rows(3));

        assertThat(mvc.post()
                        .uri("/imports/{id}/run", id)
                        .with(as(manager))
                        .with(csrf())
                        .param("version", "0"))
                .hasStatus(409);
        assertThat(count("deal")).isZero();
    }

    @Test
    void showsHowFarARunningImportIsAndReadsItAloudNowAndThen() {
        long id = checked(rows(10));
        service.run(id, version(id), manager);
        jdbc.sql("update deal_import set rows_done = 3").update();

        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager)))
                .hasStatusOk()
                .bodyText()
                .contains("The deals are being imported", "value=\"30\"", "3 of 10 rows", "<noscript>");
        MvcTestResult progress = progress(id, 0);
        assertThat(progress).bodyText().contains("30 % done", "spoken=30");
        assertThat(progress.getResponse().getHeader("HX-Refresh")).isNull();
        assertThat(progress(id, 30)).bodyText().doesNotContain("% done");
    }

    @Test
    void loadsTheResultWhenTheJobHasEnded() {
        long id = imported(rows(3));

        assertThat(progress(id, 0)).hasStatusOk().hasHeader("HX-Refresh", "true");
    }

    @Test
    void letsOnlyOneImportRunAtATime() {
        long running = checked(rows(3));
        service.run(running, version(running), manager);
        long waiting = checked(rows(3).replace("Deal", "Other"));

        assertThat(post(waiting, "run")).hasStatus(422).bodyText().contains("Another import is running.");

        clock.turn(Duration.ofMinutes(1));
        assertThat(post(waiting, "run")).as("the first one is dead").hasStatus3xxRedirection();
    }

    @Test
    void goesOnAfterACrashWithoutDoublesAndWithoutGaps() {
        long id = checked(rows(2_000));
        UUID job = service.run(id, version(id), manager);
        jdbc.sql("create or replace function crash() returns trigger language plpgsql as $$ begin"
                        + " raise exception 'the plug was pulled'; end $$")
                .update();
        jdbc.sql(
                        "create trigger crash before insert on deal for each row when (new.title = 'Deal 1200') execute function crash()")
                .update();
        try {
            worker.work(id, job, true, manager);
        } finally {
            jdbc.sql("drop trigger crash on deal").update();
        }

        assertThat(views.load(id, manager).status()).isEqualTo(ImportStatus.INTERRUPTED);
        assertThat(count("deal")).as("whole steps only").isEqualTo(1_000);
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager)))
                .hasStatusOk()
                .bodyText()
                .contains("The import was interrupted", "It stopped after 1,000 of 2,000 rows.", "Go on");

        assertThat(post(id, "continuation")).hasRedirectedUrl("/imports/" + id);
        awaitEnd(id);
        assertThat(count("deal")).isEqualTo(2_000);
        assertThat(count("deal_event")).isEqualTo(2_000);
        assertThat(result(id).created()).isEqualTo(2_000);
        assertThat(result(id).present()).isZero();
        assertThat(result(id).groups().values())
                .extracting(ImportResult.Group::deals)
                .containsExactly(2_000);
    }

    @Test
    void showsAJobThatFellSilentAsInterrupted() {
        long id = checked(rows(3));
        service.run(id, version(id), manager);

        clock.turn(ImportStatus.SILENCE.plusSeconds(1));

        assertThat(views.load(id, manager).status()).isEqualTo(ImportStatus.INTERRUPTED);
        assertThat(post(id, "continuation")).hasStatus3xxRedirection();
        awaitEnd(id);
        assertThat(count("deal")).isEqualTo(3);
    }

    /** It was only slow, not dead, when somebody else took over. */
    @Test
    void stopsAJobWhosePlaceAnotherHasTaken() {
        long id = checked(rows(5_000));
        UUID slow = service.run(id, version(id), manager);
        CompletableFuture<Void> slowJob = CompletableFuture.runAsync(() -> worker.work(id, slow, true, manager));
        Awaitility.await().until(() -> views.load(id, manager).rowsDone() > 0);

        UUID other = UUID.randomUUID();
        jdbc.sql("update deal_import set runner = :other").param("other", other).update();
        slowJob.join();
        assertThat(count("deal")).isLessThan(5_000);

        worker.work(id, other, true, manager);

        assertThat(views.load(id, manager).status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(count("deal")).isEqualTo(5_000);
        assertThat(result(id).created()).isEqualTo(5_000);
    }

    @Test
    void checksAgainWhenTheCheckDied() {
        long id = checked(rows(3));
        jdbc.sql("update deal_import set status = 'CHECKING'").update();
        clock.turn(Duration.ofMinutes(1));

        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager))).hasRedirectedUrl("/imports/" + id + "/values");
    }

    @Test
    void listsTheImportsWithWhoAndWhenAndWhatCameOfThem() {
        imported(rows(3) + "x,,Proposal\n");
        Viewer stranger = fixtures.user("Hendra Gunawan", Role.MANAGER);
        Viewer administrator = fixtures.user("Adi Nugraha", Role.ADMINISTRATOR);

        assertThat(mvc.get().uri("/imports").with(as(manager)))
                .hasStatusOk()
                .bodyText()
                .contains("deals.csv", "Sri Wahyuni", "20 May 2026", "Finished");
        assertThat(mvc.get().uri("/imports").with(as(administrator))).bodyText().contains("deals.csv");
        assertThat(mvc.get().uri("/imports").with(as(stranger))).bodyText().doesNotContain("deals.csv");
    }

    @Test
    void handsOutTheRefusedRowsSoThatTheyCanBeMendedAndImported() {
        long id = imported(rows(2) + "7,\"=1+1, \"\"x\"\"\",Nowhere\n8,short\n");

        MvcTestResult file =
                mvc.get().uri("/imports/{id}/refused.csv", id).with(as(manager)).exchange();

        assertThat(file).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(file).bodyText().isEqualTo("""
                        \uFEFFRow in the file,Refused because,ID,Title,Stage\r
                        4,The stage “Nowhere” was not given a meaning.,7,"'=1+1, ""x""\",Nowhere\r
                        5,"It has 2 cells, but there are 3 columns.",8,short\r
                        """);
        imported(text(file).replace("Nowhere", "Proposal").replace(",short", ",long,Proposal"));
        assertThat(jdbc.sql("select title from deal where external_id in ('7', '8') order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("=1+1, \"x\"", "long");
    }

    @Test
    void hidesWhatOthersImportAndDemandsATokenForEveryChange() {
        long id = checked(rows(3));
        Viewer stranger = fixtures.user("Hendra Gunawan", Role.MANAGER);

        for (String address : List.of("", "/progress", "/refused.csv")) {
            assertThat(mvc.get().uri("/imports/{id}" + address, id).with(as(stranger)))
                    .hasStatus(404);
        }
        for (String address : List.of("/run?version=0", "/continuation", "/deletion")) {
            assertThat(mvc.post()
                            .uri("/imports/{id}" + address, id)
                            .with(as(stranger))
                            .with(csrf()))
                    .hasStatus(404);
            assertThat(mvc.post().uri("/imports/{id}" + address, id).with(as(manager)))
                    .hasStatus(403);
        }
    }

    @Test
    void deletesAFileThatIsNotWantedAfterAll() {
        long id = checked(rows(3) + "x,,Proposal\n");

        assertThat(post(id, "deletion")).hasRedirectedUrl("/imports");
        assertThat(count("deal_import")).isZero();
        assertThat(count("deal_import_piece")).isZero();
        assertThat(count("deal_import_refusal")).isZero();
    }

    @Test
    void forgetsOldUploadsButNotTheHistory() {
        imported(rows(2) + "x,,Proposal\n");
        checked(rows(3));

        clock.turn(Duration.ofDays(8));
        cleaning.clean();

        assertThat(count("deal_import")).isOne();
        assertThat(count("deal_import_piece")).isZero();
        assertThat(count("deal_import_refusal")).isOne();

        clock.turn(Duration.ofDays(90));
        cleaning.clean();

        assertThat(count("deal_import")).isOne();
        assertThat(count("deal_import_refusal")).isZero();
    }

    @Test
    void givesNewUsersToTheTeamOfAManagerWhoSeesNoOther() {
        jdbc.sql("update workspace set manager_visibility = 'TEAM'").update();
        Viewer leader = fixtures.user("Hendra Gunawan", Role.MANAGER, fixtures.team("Surabaya"));
        Content file = content("Title,Stage,Owner\nA,Proposal,Budi\nB,Proposal,Sri Wahyuni\n");

        imports.bringIn(file, pipeline, leader);

        assertThat(jdbc.sql("select name from users where team_id is not null order by name")
                        .query(String.class)
                        .list())
                .as("nor does that manager see Sri")
                .containsExactly("Budi", "Hendra Gunawan", "Sri Wahyuni");
    }

    @Test
    void makesUsersOnlyForRowsThatAreTaken() {
        long id = checked("Title,Stage,Owner\n,Proposal,Budi\nA,Proposal,Cici\n");
        assertThat(result(id).owners()).isOne();

        post(id, "run");
        awaitEnd(id);

        assertThat(result(id).owners()).isOne();
        assertThat(jdbc.sql("select name from users where password_hash is null")
                        .query(String.class)
                        .list())
                .containsExactly("Cici");
    }

    @Test
    void makesOneUserForTheRowsOfManySteps() {
        long id = imported("Title,Stage,Owner\n" + "A,Proposal,Budi\n".repeat(1_200));

        assertThat(result(id).owners()).isOne();
        assertThat(jdbc.sql(
                                "select u.name || ' ' || count(*) from deal d join users u on u.id = d.owner_id group by u.name")
                        .query(String.class)
                        .single())
                .isEqualTo("Budi 1200");
        assertThat(count("users where name = 'Budi'")).isOne();
    }

    @Test
    void neverStartsAJobForAnUncheckedFile() {
        long id = checked(rows(1));
        jdbc.sql("update deal_import set status = 'DRAFT'").update();

        assertThatExceptionOfType(RuleException.class).isThrownBy(() -> service.run(id, version(id), manager));
    }

    private static String rows(int count) {
        StringBuilder file = new StringBuilder("ID,Title,Stage\n");
        for (int i = 1; i <= count; i++) {
            file.append(i).append(",Deal ").append(i).append(",Proposal\n");
        }
        return file.toString();
    }

    private long checked(String file) {
        return imports.check(content(file), pipeline, manager);
    }

    private long imported(String file) {
        return imports.bringIn(content(file), pipeline, manager);
    }

    private MvcTestResult post(long id, String action) {
        return mvc.post()
                .uri("/imports/{id}/" + action, id)
                .with(as(manager))
                .with(csrf())
                .param("version", Integer.toString(version(id)))
                .exchange();
    }

    private MvcTestResult progress(long id, int spoken) {
        return mvc.get()
                .uri("/imports/{id}/progress?spoken={spoken}", id, spoken)
                .with(as(manager))
                .header("HX-Request", "true")
                .exchange();
    }

    private void awaitEnd(long id) {
        Awaitility.await().until(() -> views.load(id, manager).status() == ImportStatus.FINISHED);
    }

    private int version(long id) {
        return imports.version(id, manager);
    }

    private ImportResult result(long id) {
        return imports.result(id, manager);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
