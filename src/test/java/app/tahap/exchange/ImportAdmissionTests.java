package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static app.tahap.exchange.ImportFixtures.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What an import names is taken away while it runs. */
@DatabaseTest
class ImportAdmissionTests {

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
    Fixtures fixtures;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Pipeline pipeline;
    List<Stage> stages;
    Viewer manager;
    Viewer administrator;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        stages = fixtures.stages(pipeline);
        manager = fixtures.user("Sri Wahyuni", Role.MANAGER);
        administrator = fixtures.user("Adi Nugraha", Role.ADMINISTRATOR);
    }

    @Test
    void takesDealsWhereThoseOfTheRemovedStageWent() {
        long id = checked("Deal,Prospecting\nOther,Qualification\n");
        UUID job = service.run(id, version(id), manager);
        assertThat(remove(stages.get(0), stages.get(3))).hasStatus3xxRedirection();
        assertThat(remove(stages.get(3), stages.get(4))).hasStatus3xxRedirection();

        worker.work(id, job, true, manager);

        assertThat(views.load(id, manager).status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(stageOf("Deal")).isEqualTo(stages.get(4).id());
        assertThat(stageOf("Other")).isEqualTo(stages.get(1).id());
        assertThat(result(id).groups())
                .containsOnlyKeys(
                        Long.toString(stages.get(1).id()),
                        Long.toString(stages.get(4).id()));
    }

    @Test
    void letsTheRemovalOfAStageWaitForTheRowsThatEnterIt() {
        long id = checked("Deal,Prospecting\n");
        UUID job = service.run(id, version(id), manager);

        CompletableFuture<MvcTestResult> removal = Objects.requireNonNull(transactions.execute(status -> {
            worker.work(id, job, true, manager);
            CompletableFuture<MvcTestResult> waiting =
                    CompletableFuture.supplyAsync(() -> remove(stages.get(0), stages.get(1)));
            awaitWaiting();
            return waiting;
        }));

        assertThat(removal.join()).hasStatus3xxRedirection();
        assertThat(stageOf("Deal")).isEqualTo(stages.get(1).id());
    }

    @Test
    void refusesRowsWhosePipelineWasArchived() {
        long id = checked("Deal,Prospecting\n");
        UUID job = service.run(id, version(id), manager);
        jdbc.sql("update stage set archived_at = now()").update();

        worker.work(id, job, true, manager);

        assertThat(views.load(id, manager).status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(result(id).created()).isZero();
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager)))
                .bodyText()
                .contains("The pipeline that was chosen has been archived meanwhile.");
    }

    @Test
    void refusesOpenDealsOfThoseWhoLeft() {
        Viewer ani = fixtures.user("Ani", Role.REP);
        long id = imports.check(content("""
                Title,Stage,Owner,Closed
                Open,Prospecting,Ani,
                Won,Won,Ani,2026-05-01
                """), pipeline, manager);
        UUID job = service.run(id, version(id), manager);
        assertThat(deactivate(ani)).hasStatus3xxRedirection();

        worker.work(id, job, true, manager);

        assertThat(jdbc.sql("select title from deal").query(String.class).list())
                .containsExactly("Won");
        assertThat(mvc.get().uri("/imports/{id}", id).with(as(manager)))
                .bodyText()
                .contains("“Ani” is deactivated and cannot own an open deal.");
    }

    @Test
    void letsTheDeactivationOfAnOwnerWaitForTheRowsThatAreHis() {
        Viewer ani = fixtures.user("Ani", Role.REP);
        long id = imports.check(content("Title,Stage,Owner\nOpen,Prospecting,Ani\n"), pipeline, manager);
        UUID job = service.run(id, version(id), manager);

        CompletableFuture<MvcTestResult> deactivation = Objects.requireNonNull(transactions.execute(status -> {
            worker.work(id, job, true, manager);
            CompletableFuture<MvcTestResult> waiting = CompletableFuture.supplyAsync(() -> deactivate(ani));
            awaitWaiting();
            return waiting;
        }));

        assertThat(deactivation.join()).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select owner_id from deal").query(Long.class).single())
                .isEqualTo(manager.id());
    }

    private MvcTestResult deactivate(Viewer user) {
        return mvc.post()
                .uri("/settings/users/{id}/deactivation", user.id())
                .param("successor", Long.toString(manager.id()))
                .with(as(administrator))
                .with(csrf())
                .exchange();
    }

    private long checked(String rows) {
        return imports.check(content("Title,Stage\n" + rows), pipeline, manager);
    }

    private MvcTestResult remove(Stage stage, Stage target) {
        String arrangement =
                jdbc.sql("select arrangement from pipeline").query(String.class).single();
        return mvc.post()
                .uri("/settings/stages/{id}/removal", stage.id())
                .param("arrangement", arrangement)
                .param("targetId", Long.toString(target.id()))
                .with(as(administrator))
                .with(csrf())
                .exchange();
    }

    private void awaitWaiting() {
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private long stageOf(String title) {
        return jdbc.sql("select stage_id from deal where title = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    private int version(long id) {
        return imports.version(id, manager);
    }

    private ImportResult result(long id) {
        return imports.result(id, manager);
    }
}
