package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.PipelineFixtures;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said of deals of which a file told little: nothing that it did not tell. */
@DatabaseTest
class ImportedDealTests {

    private static final Instant JANUARY = Instant.parse("2025-01-10T02:00:00Z");
    private static final Instant MARCH = Instant.parse("2025-03-20T02:00:00Z");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DealImport imports;

    @Autowired
    DealService deals;

    @Autowired
    DealUndo undo;

    @Autowired
    StageStays stays;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutowireCapableBeanFactory beans;

    Viewer ani;
    Pipeline sales;
    List<Stage> stages;
    long importId;

    @BeforeEach
    void prepare() {
        sales = fixtures.workspace();
        stages = fixtures.stages(sales);
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        importId = jdbc.sql("""
                        insert into deal_import (file_name, file_size, status, settings, uploaded_by, uploaded_at)
                        values ('deals.csv', 1, 'FINISHED', '{}', :ani, now()) returning id
                        """).param("ani", ani.id()).query(Long.class).single();
    }

    @Test
    void namesNoStageWhereNoneIsKnown() {
        long won = write(stages.get(0), false, JANUARY, null, Outcome.WON, MARCH);

        assertThat(text(won))
                .containsSubsequence(
                        "Won, according to the imported file. In which stage is not known",
                        "Created (from the import by Ani Basuki on 20 May 2026)")
                .doesNotContain("Prospecting", "Ani Basuki won it");
        assertThat(csv()).contains(",Sales,,Won,");
    }

    @Test
    void namesTheStageInWhichADealWasClosed() {
        long lost = write(stages.get(3), true, JANUARY, null, Outcome.LOST, MARCH);

        assertThat(text(lost))
                .containsSubsequence(
                        "Lost in Needs assessment, according to the imported file",
                        "Created (from the import by Ani Basuki on 20 May 2026)");
        assertThat(csv()).contains(",Needs assessment,Lost,");
    }

    @Test
    void tellsWhenADealCameToItsStageWhereTheFileDoes() {
        long moved = write(stages.get(3), true, JANUARY, MARCH, Outcome.OPEN, null);
        long created = write(stages.get(0), true, JANUARY, null, Outcome.OPEN, null);
        long since = write(stages.get(3), true, null, MARCH, Outcome.OPEN, null);

        assertThat(text(moved))
                .containsSubsequence("Came to Needs assessment, according to the imported file", "Created (from");
        assertThat(text(created)).contains("Created in Prospecting (from the import by Ani Basuki on 20 May 2026)");
        assertThat(text(since)).contains("Came to Needs assessment (from the import by Ani Basuki on 20 May 2026)");
    }

    @Test
    void saysThatItIsNotKnownSinceWhenADealIsInItsStage() {
        limitRotting();
        long undated = write(stages.get(0), true, null, null, Outcome.OPEN, null);
        long created = write(stages.get(3), true, JANUARY, null, Outcome.OPEN, null);

        assertThat(text(undated))
                .contains("in Prospecting; since when is not known")
                .contains("Imported by Ani Basuki in Prospecting. When it was created and since when")
                .doesNotContain("since today");
        assertThat(text(created))
                .contains("in Needs assessment; since when is not known")
                .contains("At the import it was in Needs assessment; since when is not known")
                .doesNotContain("Rotting");
        assertThat(text("/board")).contains("days not known").doesNotContain("Rotting:", "today");
    }

    @Test
    void countsNoDealAsRottingOfWhichNobodyKnowsSinceWhen() {
        limitRotting();
        write(stages.get(3), true, JANUARY, null, Outcome.OPEN, null);
        long known = write(stages.get(3), true, JANUARY, MARCH, Outcome.OPEN, null);

        assertThat(page("/deals?only=ROTTING")).contains("/deals/" + known).contains("1 deal");
    }

    @Test
    void countsHonestDaysOnceSuchADealIsMoved() {
        long undated = write(stages.get(0), true, null, null, Outcome.OPEN, null);

        long moved = move(undated, stages.get(1));

        assertThat(text(undated)).contains("in Lead qualification, since today");
        assertThat(kept()).containsExactly("unknown ended", "known running");
        assertThat(stays.rebuild().removed()).isZero();

        undo.undo(undated, moved, ani);

        assertThat(text(undated)).contains("in Prospecting; since when is not known");
        assertThat(kept()).containsExactly("unknown running");
        assertThat(stays.rebuild().removed()).isZero();
    }

    @Test
    void doesNotForgetWhatIsNotKnownWhenDealsAreChangedOrStagesRemoved() {
        long undated = write(stages.get(0), true, null, null, Outcome.OPEN, null);
        long won = write(stages.get(0), false, JANUARY, null, Outcome.WON, MARCH);
        amend(undated);
        amend(won);

        beans.createBean(PipelineFixtures.class)
                .merge(stages.get(0).id(), stages.get(1).id(), ani);

        assertThat(text(undated)).contains("in Lead qualification; since when is not known");
        assertThat(text(won)).contains("Ani Basuki reshaped the pipeline").doesNotContain("Lead qualification");
        assertThat(csv()).contains(",Sales,,Won,");
        assertThat(stays.rebuild().removed()).isZero();
    }

    @Test
    void namesNoStageWhenAReopeningIsTakenBack() {
        long won = write(stages.get(0), false, JANUARY, null, Outcome.WON, MARCH);
        long reopened = deals.reopen(won, 0, null, ani);

        undo.undo(won, reopened, ani);

        assertThat(text(won)).contains("Ani Basuki took the last change back ").doesNotContain("back: in Prospecting");
        assertThat(csv()).contains(",Sales,,Won,");
    }

    @Test
    void countsDealsApartThatClosedInAStageThatIsNotKnown() {
        write(stages.get(0), false, JANUARY, null, Outcome.WON, MARCH);
        write(stages.get(0), false, JANUARY, null, Outcome.LOST, MARCH);
        write(stages.get(0), true, JANUARY, null, Outcome.LOST, MARCH);
        long stage = stages.get(0).id();

        assertThat(text("/settings/pipelines/" + sales.id()))
                .containsSubsequence("0 open, 0 parked, 1 closed", "and 2 imported deals that were closed in a stage");
        assertThat(text("/settings/stages/" + stage + "/removal")).contains("closed in a stage that is not known 2");
        assertThat(text("/settings/stages/" + stage + "/merger")).contains("closed in a stage that is not known 2");
    }

    @Test
    void countsDeletedDealsAsDeletedWhateverTheirOutcome() {
        long unknown = write(stages.get(0), false, JANUARY, null, Outcome.WON, MARCH);
        long lost = write(stages.get(0), true, JANUARY, null, Outcome.LOST, MARCH);
        write(stages.get(0), true, JANUARY, null, Outcome.LOST, MARCH);
        deals.delete(unknown, 0, ani);
        deals.delete(lost, 0, ani);
        long stage = stages.get(0).id();

        assertThat(text("/settings/pipelines/" + sales.id()))
                .contains("0 open, 0 parked, 1 closed and 2 deleted deals")
                .doesNotContain("not known");
        for (String page : List.of("/removal", "/merger")) {
            assertThat(text("/settings/stages/" + stage + page))
                    .contains("open 0 parked 0 closed 1 deleted 2")
                    .doesNotContain("not known");
        }
        assertThat(text("/settings/pipelines/" + sales.id() + "/archiving"))
                .as("only what would be open again goes along")
                .doesNotContain("2 deleted");
    }

    private void limitRotting() {
        jdbc.sql("update stage set rotting_days = 1").update();
    }

    private long move(long deal, Stage stage) {
        return deals.move(deal, new DealMove(stage.id(), null, null, fixtures.version(deal), null), ani)
                .orElseThrow();
    }

    private void amend(long deal) {
        DealFacts facts = new DealFacts("Amended", BigDecimal.TEN, "USD", null, ani.id(), null, null, null);
        deals.amend(deal, facts, fixtures.version(deal), null, ani);
    }

    private long write(
            Stage stage,
            boolean stageKnown,
            @Nullable Instant created,
            @Nullable Instant entered,
            Outcome outcome,
            @Nullable Instant closed) {
        DealFacts facts = new DealFacts("Pump", new BigDecimal("1000"), "USD", null, ani.id(), null, null, null);
        String id =
                "E" + jdbc.sql("select count(*) from deal").query(Long.class).single();
        PastDeal past = new PastDeal(id, facts, stage.id(), stageKnown, created, entered, outcome, closed, null, null);
        transactions.executeWithoutResult(status -> imports.write(List.of(past), importId, ani));
        return jdbc.sql("select id from deal where external_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private List<String> kept() {
        return jdbc.sql("""
                        select case when stage_known then 'known' else 'unknown' end || ' '
                               || case when left_at is null then 'running' else 'ended' end
                          from stage_stay order by entered_by
                        """).query(String.class).list();
    }

    private String csv() {
        return page("/deals.csv");
    }

    private String text(long deal) {
        String page = page("/deals/" + deal);
        return words(page.replaceAll("(?s)<ol class=\"stage-bar\".*?</ol>", ""));
    }

    private String text(String address) {
        return words(page(address));
    }

    private static String words(String page) {
        String body = page.substring(page.indexOf("<main"));
        return Pattern.compile("<[^>]+>").matcher(body).replaceAll(" ").replaceAll("\\s+", " ");
    }

    private String page(String address) {
        var result = mvc.get().uri(address).with(as(ani)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
