package app.tahap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelinePlaceControllerTests extends SettingsScene {

    @Test
    void putsAPipelineFirst() {
        long partners = shape.pipeline("Partners", Template.FOUR);

        assertThat(post(ani, place(partners), "aboveId", ""))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("#pipeline-" + partners);
        assertThat(order()).containsExactly("Partners", "Sales");
    }

    @Test
    void answersAScriptWithTheList() {
        long partners = shape.pipeline("Partners", Template.FOUR);

        assertThat(postByScript(ani, place(sales.id()), "aboveId", partners))
                .hasStatusOk()
                .bodyText()
                .startsWith("<ol")
                .contains("data-handle");
        assertThat(order()).containsExactly("Partners", "Sales");
    }

    @Test
    void knowsNeitherArchivedPipelinesNorStrangeOnes() {
        long partners = shape.pipeline("Partners", Template.FOUR);
        shape.archive(partners, Map.of(), ani);

        assertThat(post(ani, place(partners), "aboveId", "")).hasStatus(404);
        assertThat(post(ani, place(sales.id()), "aboveId", partners)).hasStatus(404);
        assertThat(post(ani, place(999_999), "aboveId", "")).hasStatus(404);
    }

    @Test
    void answersNonsenseWithABadRequest() {
        assertThat(post(ani, place(sales.id()), "aboveId", "top")).hasStatus(400);
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(post(manager, place(sales.id()), "aboveId", "")).hasStatus(403);
    }

    @Test
    void refusesAChangeWithoutCsrfToken() {
        assertThat(postWithoutToken(ani, place(sales.id()), "aboveId", "")).hasStatus(403);
    }

    private static String place(long id) {
        return "/settings/pipelines/" + id + "/place";
    }

    private List<String> order() {
        return jdbc.sql("select name from pipeline where archived_at is null order by position")
                .query(String.class)
                .list();
    }
}
