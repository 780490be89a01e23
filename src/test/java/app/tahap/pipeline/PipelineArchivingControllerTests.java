package app.tahap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineArchivingControllerTests extends SettingsScene {

    private long partners;

    @BeforeEach
    void addAnotherPipeline() {
        partners = shape.pipeline("Partners", Template.FOUR);
    }

    @Test
    void asksWhereTheOpenDealsOfEachStageGo() {
        fixtures.deal("Fifty laptops", stages.get(4), ani);

        assertThat(get(ani, archiving(sales.id())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Proposal/quote: 1 open, 0 parked",
                        "targets[" + stages.get(4).id() + "]")
                .contains("value=\"" + partnersStage("Proposal/quote") + "\" selected")
                .doesNotContain("targets[" + stages.get(0).id() + "]");
    }

    @Test
    void archivesAPipelineAndTakesItsOpenDealsToAnother() {
        fixtures.deal("Fifty laptops", stages.get(4), ani);
        long target = partnersStage("Closing");

        assertThat(post(
                        ani,
                        archiving(sales.id()),
                        "arrangement",
                        0,
                        "targets[" + stages.get(4).id() + "]",
                        target))
                .hasStatus3xxRedirection();

        assertThat(count("deal where stage_id = " + target + " and pipeline_id = " + partners))
                .isOne();
        assertThat(get(ani, "/settings/pipelines")).bodyText().contains("Archived");
        assertThat(get(ani, "/board?pipeline=" + sales.id())).hasStatus(404);
    }

    @Test
    void keepsWhatWasChosenWhereAStageIsMissing() {
        fixtures.deal("Fifty laptops", stages.get(4), ani);
        fixtures.deal("Service", stages.get(5), ani);
        long target = partnersStage("Prospecting");

        assertThat(post(
                        ani,
                        archiving(sales.id()),
                        "arrangement",
                        0,
                        "targets[" + stages.get(4).id() + "]",
                        target,
                        "targets[" + stages.get(5).id() + "]",
                        ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a stage for the deals of each stage.", "value=\"" + target + "\" selected");
        assertThat(count("pipeline where archived_at is not null")).isZero();
        assertThat(count("deal_event where kind = 'REMAPPED'")).isZero();
    }

    @Test
    void refusesAStageOfTheSamePipelineOrNone() {
        fixtures.deal("Fifty laptops", stages.get(4), ani);
        String field = "targets[" + stages.get(4).id() + "]";

        assertThat(post(
                        ani,
                        archiving(sales.id()),
                        "arrangement",
                        0,
                        field,
                        stages.get(5).id()))
                .hasStatus(404);
        assertThat(post(ani, archiving(sales.id()), "arrangement", 0, field, 999_999))
                .hasStatus(404);
        assertThat(count("pipeline where archived_at is not null")).isZero();
    }

    @Test
    void keepsTheLastPipeline() {
        post(ani, archiving(partners), "arrangement", 0);

        assertThat(get(ani, archiving(sales.id()))).bodyText().contains("is the only pipeline in use");
        assertThat(post(ani, archiving(sales.id()), "arrangement", 0)).hasStatus(422);
        assertThat(count("pipeline where archived_at is null")).isOne();
    }

    @Test
    void tellsThatSomebodyElseChangedTheStagesMeanwhile() {
        shape.stage(sales.id(), "Legal");

        assertThat(post(ani, archiving(sales.id()), "arrangement", 0))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed these stages", "name=\"arrangement\" value=\"1\"");
    }

    @Test
    void bringsAPipelineBackWithTheStagesItHad() {
        shape.remove(stages.get(6).id(), stages.get(5).id(), ani);
        post(ani, archiving(sales.id()), "arrangement", 1);

        assertThat(post(ani, restoration(sales.id()))).hasStatus3xxRedirection();

        assertThat(names()).hasSize(6).doesNotContain("Closing");
        assertThat(get(ani, "/board?pipeline=" + sales.id())).hasStatusOk();
    }

    @Test
    void refusesToBringBackASecondPipelineOfTheSameName() {
        post(ani, archiving(partners), "arrangement", 0);
        shape.pipeline("Partners", Template.FOUR);

        assertThat(post(ani, restoration(partners)))
                .hasStatus(422)
                .bodyText()
                .contains("There is already one called “Partners”");
    }

    @Test
    void knowsOnlyPipelinesOfTheRightState() {
        assertThat(post(ani, restoration(sales.id()))).hasStatus(404);
        post(ani, archiving(partners), "arrangement", 0);
        assertThat(get(ani, archiving(partners))).hasStatus(404);
        assertThat(post(ani, archiving(partners), "arrangement", 1)).hasStatus(404);
        assertThat(get(ani, archiving(999_999))).hasStatus(404);
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(get(manager, archiving(partners))).hasStatus(403);
        assertThat(post(manager, archiving(partners), "arrangement", 0)).hasStatus(403);
        assertThat(post(manager, restoration(partners))).hasStatus(403);
    }

    @Test
    void refusesAChangeWithoutCsrfToken() {
        assertThat(postWithoutToken(ani, archiving(partners), "arrangement", 0)).hasStatus(403);
        assertThat(postWithoutToken(ani, restoration(partners))).hasStatus(403);
    }

    private static String archiving(long id) {
        return "/settings/pipelines/" + id + "/archiving";
    }

    private static String restoration(long id) {
        return "/settings/pipelines/" + id + "/restoration";
    }

    private long partnersStage(String name) {
        return jdbc.sql("select id from stage where pipeline_id = :id and name = :name")
                .param("id", partners)
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
