package app.tahap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StagePlaceControllerTests extends SettingsScene {

    @Test
    void putsAStageBelowAnother() {
        assertThat(post(ani, place(6), "aboveId", stages.get(0).id(), "arrangement", 0))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("#stage-" + stages.get(6).id());

        assertThat(names()).startsWith("Prospecting", "Closing", "Lead qualification");
    }

    @Test
    void putsAStageFirst() {
        post(ani, place(6), "aboveId", "", "arrangement", 0);

        assertThat(names()).startsWith("Closing", "Prospecting");
    }

    @Test
    void leavesTheNumbersAloneByWhichEventsRememberTheOtherStages() {
        int before = stages.get(5).getPosition();
        fixtures.deal("Fifty laptops", stages.get(5), ani);

        post(ani, place(6), "aboveId", "", "arrangement", 0);

        assertThat(fixtures.stage(stages.get(5).id()).getPosition()).isEqualTo(before);
        assertThat(count("deal_event where stage_position = " + before)).isOne();
    }

    @Test
    void answersAScriptWithTheList() {
        assertThat(postByScript(ani, place(6), "aboveId", "", "arrangement", 0))
                .hasStatusOk()
                .bodyText()
                .startsWith("<div")
                .contains("name=\"arrangement\" value=\"1\"");
    }

    @Test
    void tellsThatSomebodyElseChangedTheStagesMeanwhile() {
        shape.stage(sales.id(), "Legal");

        assertThat(postByScript(ani, place(6), "aboveId", "", "arrangement", 0))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed these stages", "Legal", "name=\"arrangement\" value=\"1\"");
        assertThat(post(ani, place(6), "aboveId", "", "arrangement", 0))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed these stages", "<h1>Sales</h1>");
        assertThat(names()).startsWith("Prospecting");
    }

    @Test
    void knowsOnlyStagesOfThePipelineAsNeighbours() {
        long elsewhere = shape.pipeline("Partners", Template.FOUR);
        long stranger = jdbc.sql("select min(id) from stage where pipeline_id = :id")
                .param("id", elsewhere)
                .query(Long.class)
                .single();

        assertThat(post(ani, place(6), "aboveId", stranger, "arrangement", 0)).hasStatus(404);
        assertThat(post(ani, "/settings/stages/999999/place", "aboveId", "", "arrangement", 0))
                .hasStatus(404);
        assertThat(arrangement()).isZero();
    }

    @Test
    void answersNonsenseWithABadRequest() {
        assertThat(post(ani, place(6), "aboveId", "top", "arrangement", 0)).hasStatus(400);
        assertThat(post(ani, place(6), "aboveId", "")).hasStatus(400);
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(post(manager, place(6), "aboveId", "", "arrangement", 0)).hasStatus(403);
    }

    @Test
    void refusesAChangeWithoutCsrfToken() {
        assertThat(postWithoutToken(ani, place(6), "aboveId", "", "arrangement", 0))
                .hasStatus(403);
    }

    private String place(int index) {
        return "/settings/stages/" + stages.get(index).id() + "/place";
    }
}
