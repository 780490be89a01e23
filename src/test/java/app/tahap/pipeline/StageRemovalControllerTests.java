package app.tahap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class StageRemovalControllerTests extends SettingsScene {

    @Autowired
    DealService deals;

    @Test
    void showsHowManyDealsGoAndAsksWhere() {
        fixtures.deal("Open", stages.get(3), ani);
        deals.park(fixtures.deal("Parked", stages.get(3), ani), LocalDate.of(2026, 9, 1), 0, null, ani);
        deals.close(fixtures.deal("Won", stages.get(3), ani), Outcome.WON, null, null, 0, null, ani);
        deals.delete(fixtures.deal("Deleted", stages.get(3), ani), 0, ani);
        shape.pipeline("Partners", Template.FOUR);

        assertThat(get(ani, removal(3)))
                .hasStatusOk()
                .bodyText()
                .containsPattern("(?s)<dt>open</dt><dd>1</dd>.*<dt>parked</dt><dd>1</dd>.*<dt>closed</dt><dd>1</dd>"
                        + ".*<dt>deleted</dt><dd>1</dd>")
                .contains("label=\"Partners\"", "value=\"" + stages.get(2).id() + "\"", "This cannot be undone.")
                .doesNotContain("option value=\"" + stages.get(3).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"removal", "merger"})
    void proposesNoStageForWhatCannotBeUndone(String how) {
        assertThat(get(ani, "/settings/stages/" + stages.get(3).id() + "/" + how))
                .bodyText()
                .contains("<option value=\"\">Choose a stage</option>")
                .doesNotContain("selected");
    }

    @Test
    void removesAStageAndTakesItsDealsAlong() {
        long deal = fixtures.deal("Open", stages.get(3), ani);

        assertThat(post(ani, removal(3), "targetId", stages.get(1).id(), "arrangement", 0))
                .hasStatus3xxRedirection();

        assertThat(names()).hasSize(6).doesNotContain("Needs assessment");
        assertThat(count("deal where id = " + deal + " and stage_id = "
                        + stages.get(1).id()))
                .isOne();
        assertThat(get(ani, "/board")).bodyText().doesNotContain("Needs assessment");
        assertThat(get(ani, "/deals/" + deal))
                .bodyText()
                .contains("Ani Basuki reshaped the pipeline: from Needs assessment to Lead qualification");
    }

    @Test
    void takesDealsToAnotherPipelineToo() {
        long partners = shape.pipeline("Partners", Template.FOUR);
        long target = jdbc.sql("select min(id) from stage where pipeline_id = :id")
                .param("id", partners)
                .query(Long.class)
                .single();
        fixtures.deal("Open", stages.get(3), ani);

        post(ani, removal(3), "targetId", target, "arrangement", 0);

        assertThat(count("deal where pipeline_id = " + partners)).isOne();
    }

    @Test
    void mergesAStageIntoAnotherAndNamesIt() {
        fixtures.deal("Open", stages.get(3), ani);

        assertThat(post(ani, merger(3), "targetId", stages.get(2).id(), "name", "Discovery", "arrangement", 0))
                .hasStatus3xxRedirection();

        assertThat(names()).hasSize(6).contains("Discovery").doesNotContain("Needs assessment", "Initial contact");
    }

    @Test
    void offersOnlyStagesOfTheSamePipelineForAMerger() {
        shape.pipeline("Partners", Template.FOUR);

        assertThat(get(ani, merger(3))).hasStatusOk().bodyText().doesNotContain("label=\"Partners\"");
    }

    @Test
    void mayNameTheMergedStageAsTheOneThatWentButNotAsAThird() {
        assertThat(post(ani, merger(3), "targetId", stages.get(2).id(), "name", "Closing", "arrangement", 0))
                .hasStatus(422)
                .bodyText()
                .contains("There is already one called “Closing”", "value=\"Closing\"");
        assertThat(names()).hasSize(7);

        assertThat(post(ani, merger(3), "targetId", stages.get(2).id(), "name", "Needs assessment", "arrangement", 0))
                .hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @ValueSource(strings = {"removal", "merger"})
    void wantsAStageInUseToGoTo(String how) {
        String url = "/settings/stages/" + stages.get(3).id() + "/" + how;
        shape.remove(stages.get(0).id(), stages.get(1).id(), ani);

        assertThat(post(ani, url, "targetId", "", "arrangement", 1))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a stage.");
        assertThat(post(ani, url, "targetId", stages.get(0).id(), "arrangement", 1))
                .hasStatus(404);
        assertThat(post(ani, url, "targetId", stages.get(3).id(), "arrangement", 1))
                .hasStatus(404);
        assertThat(names()).hasSize(6);
    }

    @Test
    void keepsTheLastStage() {
        long plain = shape.pipeline("Partners", null);
        long only = jdbc.sql("select id from stage where pipeline_id = :id")
                .param("id", plain)
                .query(Long.class)
                .single();

        assertThat(get(ani, "/settings/stages/" + only + "/removal"))
                .bodyText()
                .contains("is the only stage of its pipeline");
        assertThat(post(
                        ani,
                        "/settings/stages/" + only + "/removal",
                        "targetId",
                        stages.get(0).id(),
                        "arrangement",
                        0))
                .hasStatus(422);
        assertThat(count("stage where archived_at is not null")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"removal", "merger"})
    void tellsThatSomebodyElseChangedTheStagesMeanwhile(String how) {
        shape.stage(sales.id(), "Legal");

        assertThat(post(
                        ani,
                        "/settings/stages/" + stages.get(3).id() + "/" + how,
                        "targetId",
                        stages.get(4).id(),
                        "arrangement",
                        0))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Somebody else has changed these stages",
                        "name=\"arrangement\" value=\"1\"",
                        "value=\"" + stages.get(4).id() + "\" selected");
        assertThat(names()).hasSize(8);
    }

    /** Who saw no answer, since it took longer than a proxy waits, sends the form again or looks at the page again. */
    @ParameterizedTest
    @ValueSource(strings = {"removal", "merger"})
    void saysThatItIsDoneHoweverOftenItIsAskedFor(String how) {
        String url = "/settings/stages/" + stages.get(3).id() + "/" + how;
        Object[] fields = {"targetId", stages.get(4).id(), "arrangement", 0};
        String page = "/settings/pipelines/" + sales.id();
        String done = "“Needs assessment” is %s; its deals are in “Proposal/quote” now."
                .formatted(how.equals("merger") ? "merged" : "removed");

        assertThat(post(ani, url, fields)).hasRedirectedUrl(page).flash().containsEntry("notice", done);
        assertThat(post(ani, url, fields)).hasRedirectedUrl(page).flash().containsEntry("notice", done);
        assertThat(get(ani, url)).hasRedirectedUrl(page).flash().containsEntry("notice", done);
        assertThat(names()).hasSize(6);
    }

    @Test
    void saysThatItIsDoneOnceAnEarlierRequestHasDoneIt() {
        assertThat(fixtures.meanwhile(
                        () -> shape.remove(stages.get(3).id(), stages.get(4).id(), ani),
                        () -> post(ani, removal(3), "targetId", stages.get(4).id(), "arrangement", 0)))
                .hasStatus3xxRedirection()
                .flash()
                .containsEntry("notice", "“Needs assessment” is removed; its deals are in “Proposal/quote” now.");
    }

    @Test
    void warnsThatManyDealsTakeLong() {
        fixtures.deal("Open", stages.get(3), ani);
        assertThat(get(ani, removal(3))).bodyText().doesNotContain("can take a minute");
        jdbc.sql("""
                        insert into deal (title, pipeline_id, stage_id, rank, currency, owner_id, stage_entered_at,
                                          last_activity_at, last_event_at, created_at)
                        select 'Deal ' || i, :pipeline, :stage, 'a' || i, 'USD', :owner, now(), now(), now(), now()
                          from generate_series(1, 4999) i
                        """)
                .param("pipeline", sales.id())
                .param("stage", stages.get(3).id())
                .param("owner", ani.id())
                .update();

        assertThat(get(ani, removal(3))).bodyText().contains("can take a minute");
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(get(manager, removal(3))).hasStatus(403);
        assertThat(get(manager, merger(3))).hasStatus(403);
        assertThat(post(manager, removal(3), "targetId", stages.get(1).id(), "arrangement", 0))
                .hasStatus(403);
        assertThat(post(manager, merger(3), "targetId", stages.get(1).id(), "arrangement", 0))
                .hasStatus(403);
    }

    @Test
    void refusesAChangeWithoutCsrfToken() {
        assertThat(postWithoutToken(ani, removal(3), "targetId", stages.get(1).id(), "arrangement", 0))
                .hasStatus(403);
        assertThat(postWithoutToken(ani, merger(3), "targetId", stages.get(1).id(), "arrangement", 0))
                .hasStatus(403);
    }

    private String removal(int index) {
        return "/settings/stages/" + stages.get(index).id() + "/removal";
    }

    private String merger(int index) {
        return "/settings/stages/" + stages.get(index).id() + "/merger";
    }
}
