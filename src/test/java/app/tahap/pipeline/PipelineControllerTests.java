package app.tahap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineControllerTests extends SettingsScene {

    private static final String LIST = "/settings/pipelines";

    @Test
    void offersNoArchivingOfTheOnlyPipelineInUse() {
        String page = "/settings/pipelines/" + sales.id();
        assertThat(get(ani, page)).hasStatusOk().bodyText().doesNotContain(page + "/archiving");

        shape.pipeline("Partners", Template.FOUR);
        assertThat(get(ani, page)).bodyText().contains(page + "/archiving");
    }

    @Test
    void listsPipelinesWithTheirStages() {
        assertThat(get(ani, LIST))
                .hasStatusOk()
                .bodyText()
                .contains(">Sales<", "Prospecting → Lead qualification", "→ Closing")
                .doesNotContain("data-handle");
    }

    @ParameterizedTest
    @EnumSource
    void addsAPipelineFromATemplateWithGuidanceInBothLanguages(Template template) {
        assertThat(post(ani, LIST, "name", " Partners ", "template", template)).hasStatus3xxRedirection();

        long id = partners();
        assertThat(count("stage where pipeline_id = " + id))
                .isEqualTo(template.steps().size());
        assertThat(count("stage_guidance g join stage s on s.id = g.stage_id where s.pipeline_id = " + id))
                .isEqualTo(2 * template.steps().size());
    }

    @Test
    void addsAnEmptyPipelineOfOneStage() {
        assertThat(post(ani, LIST, "name", "Partners", "template", ""))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo(LIST + "/" + partners());
        assertThat(count("stage where pipeline_id = " + partners())).isOne();
    }

    @Test
    void keepsWhatWasTypedWhereANewPipelineIsRefused() {
        assertThat(post(ani, LIST, "name", "  ", "template", "FOUR"))
                .hasStatus(422)
                .bodyText()
                .contains("Give it a name.", "value=\"FOUR\" checked");
        assertThat(post(ani, LIST, "name", "sales", "template", "FOUR"))
                .hasStatus(422)
                .bodyText()
                .contains("There is already one called “sales”", "value=\"sales\"");
        assertThat(post(ani, LIST, "name", "x".repeat(101))).hasStatus(422);
        assertThat(count("pipeline")).isOne();
    }

    @Test
    void renamesAPipeline() {
        assertThat(post(ani, page(), "name", "Direct", "version", 0)).hasStatus3xxRedirection();

        assertThat(get(ani, page())).bodyText().contains("<h1>Direct</h1>");
    }

    @Test
    void keepsWhatWasTypedWhereANameIsRefused() {
        shape.pipeline("Partners", Template.FOUR);

        assertThat(post(ani, page(), "name", "PARTNERS", "version", 0))
                .hasStatus(422)
                .bodyText()
                .contains("There is already one called “PARTNERS”", "value=\"PARTNERS\"");
        assertThat(post(ani, page(), "name", "", "version", 0)).hasStatus(422);
        assertThat(count("pipeline where name = 'Sales'")).isOne();
    }

    @Test
    void tellsThatSomebodyElseRenamedThePipelineMeanwhile() {
        post(ani, page(), "name", "Direct", "version", 0);

        assertThat(post(ani, page(), "name", "Indirect", "version", 0))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed this", "value=\"Indirect\"", "name=\"version\" value=\"1\"");
        assertThat(post(ani, page(), "name", "Indirect", "version", 1)).hasStatus3xxRedirection();
    }

    @Test
    void answersAStrangeAddressWithNotFound() {
        assertThat(get(ani, LIST + "/999999")).hasStatus(404);
        assertThat(post(ani, LIST + "/999999", "name", "Direct", "version", 0)).hasStatus(404);
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(get(manager, LIST)).hasStatus(403);
        assertThat(get(manager, page())).hasStatus(403);
        assertThat(post(manager, LIST, "name", "Partners")).hasStatus(403);
        assertThat(post(manager, page(), "name", "Direct", "version", 0)).hasStatus(403);
    }

    @Test
    void refusesAChangeWithoutCsrfToken() {
        assertThat(postWithoutToken(ani, LIST, "name", "Partners")).hasStatus(403);
        assertThat(postWithoutToken(ani, page(), "name", "Direct", "version", 0))
                .hasStatus(403);
    }

    private String page() {
        return LIST + "/" + sales.id();
    }

    private long partners() {
        return jdbc.sql("select id from pipeline where name = 'Partners'")
                .query(Long.class)
                .single();
    }
}
