package app.tahap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StageControllerTests extends SettingsScene {

    @Autowired
    Guidance guidance;

    @Autowired
    StageTools tools;

    @Test
    void addsAStageBelowTheOthers() {
        assertThat(add("name", " Legal ", "probability", "42,5", "rottingDays", "", "english", "Check\n- terms"))
                .hasStatus3xxRedirection();

        assertThat(names()).hasSize(8).endsWith("Closing", "Legal");
        Stage legal = fixtures.stages(sales).get(7);
        assertThat(legal.getProbability()).isEqualByComparingTo("0.425");
        assertThat(legal.getRottingDays()).isNull();
        assertThat(guidance.of(legal.id(), Locale.ENGLISH)).isEqualTo("Check\n- terms");
    }

    @Test
    void showsAStageReadyToBeEdited() {
        assertThat(get(ani, page()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Needs assessment\"", "value=\"35\"", "Understand the problem", "Pahami masalahnya");
    }

    @Test
    void savesWhatIsSaidOfAStage() {
        assertThat(edit(
                        "name",
                        "Discovery",
                        "probability",
                        "0",
                        "rottingDays",
                        "14",
                        "english",
                        "",
                        "indonesian",
                        "Tanya dulu"))
                .hasStatus3xxRedirection();

        Stage stage = fixtures.stage(stages.get(3).id());
        assertThat(stage.getName()).isEqualTo("Discovery");
        assertThat(stage.getProbability()).isZero();
        assertThat(stage.getRottingDays()).isEqualTo(14);
        assertThat(guidance.of(stage.id(), Locale.ENGLISH))
                .as("where there is none in English, what there is in Indonesian")
                .isEqualTo("Tanya dulu");
    }

    @Test
    void switchesToolsOfAStageOnAndOff() {
        long needs = stages.get(3).id();
        assertThat(tools.of(needs)).as("the template's").containsExactly(StageTool.ACTIVITIES, StageTool.QUESTIONS);

        edit("name", "Needs", "probability", "35", "tools", "QUESTIONS", "tools", "OBJECTIONS");

        assertThat(tools.of(needs)).containsExactly(StageTool.QUESTIONS, StageTool.OBJECTIONS);
        assertThat(get(ani, page()))
                .bodyText()
                .containsPattern("value=\"OBJECTIONS\"[^>]*checked")
                .doesNotContainPattern("value=\"ACTIVITIES\"[^>]*checked");

        assertThat(edit("name", "Needs", "probability", "35"))
                .as("by somebody who has not seen that")
                .hasStatus(409);
        int version = fixtures.stage(needs).getVersion();
        post(ani, page(), "name", "Needs", "probability", "35", "version", version);

        assertThat(tools.of(needs)).as("a plain column").isEmpty();
    }

    @Test
    void losesNoGuidanceOfSomebodyElse() {
        edit("name", "Needs assessment", "probability", "35", "english", "Ask first");

        assertThat(edit("name", "Needs assessment", "probability", "35", "english", "Tell first"))
                .hasStatus(409)
                .bodyText()
                .contains("Tell first");
        assertThat(guidance.of(stages.get(3).id(), Locale.ENGLISH)).isEqualTo("Ask first");
    }

    @ParameterizedTest
    @CsvSource({
        "name,'',Give the stage a name.",
        "name,closing,There is already one called “closing”",
        "probability,'',A number from 0 to 100",
        "probability,101,A number from 0 to 100",
        "probability,-1,A number from 0 to 100",
        "probability,12.345,A number from 0 to 100",
        "probability,half,A number from 0 to 100",
        "rottingDays,0,A whole number of days",
        "rottingDays,soon,A whole number of days",
        "rottingDays,1.5,A whole number of days"
    })
    void keepsWhatWasTypedWhereItIsRefused(String field, String value, String message) {
        Object[] fields = {"name", "Discovery", "probability", "40", "rottingDays", "9", "english", "Ask first"};
        for (int i = 0; i < fields.length; i += 2) {
            fields[i + 1] = fields[i].equals(field) ? value : fields[i + 1];
        }

        assertThat(edit(fields)).hasStatus(422).bodyText().contains(message, "Ask first", "value=\"" + value + "\"");
        assertThat(add(fields)).hasStatus(422).bodyText().contains(message, "Ask first");
        assertThat(names()).hasSize(7).contains("Needs assessment");
    }

    @Test
    @Timeout(20)
    void refusesAtOnceANumberInAFloodOfSpaces() {
        String flood = " ".repeat(500_000) + "x";

        assertThat(edit("name", "Discovery", "probability", flood, "rottingDays", flood))
                .hasStatus(422);
    }

    @Test
    void refusesGuidanceBeyondMeasure() {
        assertThat(edit("name", "Discovery", "probability", "40", "indonesian", "x".repeat(5001)))
                .hasStatus(422)
                .bodyText()
                .contains("At most 5,000 characters.");
    }

    @Test
    void tellsThatSomebodyElseChangedTheStageMeanwhile() {
        edit("name", "Discovery", "probability", "40");

        assertThat(edit("name", "Questions", "probability", "41"))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Somebody else has changed this",
                        "value=\"Questions\"",
                        "name=\"version\" value=\""
                                + fixtures.stage(stages.get(3).id()).getVersion() + "\"");
        assertThat(names()).contains("Discovery");
    }

    @Test
    void tellsThatSomebodyElseChangedTheListMeanwhile() {
        shape.stage(sales.id(), "Legal");

        assertThat(add("name", "Purchasing", "probability", "40"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed this", "value=\"Purchasing\"");
    }

    @Test
    void letsAStageHaveTheNameOfOneOfAnotherPipelineOrOfARemovedOne() {
        shape.pipeline("Partners", Template.FOUR);
        shape.remove(stages.get(6).id(), stages.get(5).id(), ani);

        assertThat(edit("name", "Closing", "probability", "40")).hasStatus3xxRedirection();
    }

    @Test
    void knowsNeitherRemovedStagesNorThoseOfArchivedPipelines() {
        shape.remove(stages.get(3).id(), stages.get(4).id(), ani);
        assertThat(get(ani, page())).hasStatus(404);
        assertThat(edit("name", "Discovery", "probability", "40")).hasStatus(404);

        shape.pipeline("Partners", Template.FOUR);
        shape.archive(sales.id(), Map.of(), ani);
        assertThat(post(ani, "/settings/stages/" + stages.get(0).id(), "name", "X", "probability", "1", "version", 0))
                .hasStatus(404);
        assertThat(add("name", "X", "probability", "1")).hasStatus(404);
        assertThat(get(ani, "/settings/pipelines/999999/stages/new")).hasStatus(404);
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(get(manager, page())).hasStatus(403);
        assertThat(get(manager, "/settings/pipelines/" + sales.id() + "/stages/new"))
                .hasStatus(403);
        assertThat(post(manager, page(), "name", "X", "probability", "1", "version", 0))
                .hasStatus(403);
    }

    @Test
    void refusesAChangeWithoutCsrfToken() {
        assertThat(postWithoutToken(ani, page(), "name", "X", "probability", "1", "version", 0))
                .hasStatus(403);
        assertThat(postWithoutToken(
                        ani,
                        "/settings/pipelines/" + sales.id() + "/stages",
                        "name",
                        "X",
                        "probability",
                        "1",
                        "version",
                        0))
                .hasStatus(403);
    }

    private MvcTestResult edit(Object... fields) {
        return post(ani, page(), with(fields));
    }

    private MvcTestResult add(Object... fields) {
        return post(ani, "/settings/pipelines/" + sales.id() + "/stages", with(fields));
    }

    private static Object[] with(Object... fields) {
        Object[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "version";
        all[fields.length + 1] = 0;
        return all;
    }

    private String page() {
        return "/settings/stages/" + stages.get(3).id();
    }
}
