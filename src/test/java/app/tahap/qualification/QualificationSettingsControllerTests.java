package app.tahap.qualification;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class QualificationSettingsControllerTests {

    private static final String PAGE = "/settings/qualification";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    QualificationScene scene;
    Pipeline pipeline;
    Viewer admin;

    @BeforeEach
    void prepare() {
        scene = new QualificationScene(mvc, jdbc);
        pipeline = fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
    }

    @Test
    void showsFrameworksChoicesAndThresholds() {
        assertThat(mvc.get().uri(PAGE).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("BANT", "Consider letting go", "Lost contact", pipeline.getName());
    }

    @ParameterizedTest
    @EnumSource(FrameworkTemplate.class)
    void addsAFrameworkFromEachTemplate(FrameworkTemplate template) {
        assertThat(post(PAGE + "/frameworks", "name", "Ours", "template", template.name()))
                .hasStatus3xxRedirection();

        long id = scene.framework("Ours");
        assertThat(jdbc.sql("select count(*) from qualification_criterion where framework_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(template.parts().size());
        assertThat(mvc.get().uri(PAGE + "/frameworks/{id}", id).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("Ours", "Add a criterion");
    }

    @Test
    void refusesANameTwice() {
        assertThat(post(PAGE + "/frameworks", "name", " bant ", "template", "BLANK"))
                .hasStatus(422)
                .bodyText()
                .contains("There is “bant” already.");
        assertThat(post(PAGE + "/frameworks", "name", " ")).hasStatus(422);
    }

    @Test
    void setsAMinimumOfTheScore() {
        String framework = PAGE + "/frameworks/" + scene.framework("BANT");

        assertThat(post(framework, "name", "BANT", "minimumScore", "60", "version", "0"))
                .hasStatus3xxRedirection();
        assertThat(post(framework, "name", "BANT", "minimumScore", "70", "version", "0"))
                .hasStatus(409);
        assertThat(post(framework, "name", "BANT", "minimumScore", "0", "version", "1"))
                .hasStatus(422);
        assertThat(jdbc.sql("select minimum_score from qualification_framework")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
    }

    @Test
    void changesACriterion() {
        String criterion = PAGE + "/criteria/" + scene.criterion("Budget");
        assertThat(mvc.get().uri(criterion).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("No budget");

        assertThat(describe(criterion, "Money", "40", "0")).hasStatus3xxRedirection();
        assertThat(describe(criterion, "Cash", "50", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"Cash\"", "name=\"version\" value=\"1\"");
        assertThat(jdbc.sql("select name || weight || words[4] from qualification_criterion where position = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Money40Sure");
    }

    @ParameterizedTest
    @CsvSource({"'', 30", "Budget, 0", "Budget, 101", "Budget, many", "Budget, ''", "Budget, 1.5"})
    void refusesACriterionThatSaysNothing(String name, String weight) {
        assertThat(describe(PAGE + "/criteria/" + scene.criterion("Budget"), name, weight, "0"))
                .hasStatus(422);
    }

    @Test
    void addsOrdersArchivesAndRestoresCriteria() {
        long bant = scene.framework("BANT");
        assertThat(mvc.get().uri(PAGE + "/frameworks/{id}/criteria/new", bant).with(as(admin)))
                .hasStatusOk();
        assertThat(describe(PAGE + "/frameworks/" + bant + "/criteria", "Fit", "10", ""))
                .hasStatus3xxRedirection();
        long fit = scene.criterion("Fit");

        assertThat(post(PAGE + "/criteria/" + fit + "/place")).hasStatus3xxRedirection();
        assertThat(names()).isEqualTo("Fit, Budget, Authority, Need, Timeline");

        assertThat(post(PAGE + "/criteria/" + fit + "/archive")).hasStatus3xxRedirection();
        assertThat(names()).isEqualTo("Budget, Authority, Need, Timeline");

        assertThat(post(PAGE + "/criteria/" + fit + "/restoration")).hasStatus3xxRedirection();
        assertThat(names()).isEqualTo("Fit, Budget, Authority, Need, Timeline");
    }

    @Test
    void choosesAFrameworkForAPipelineOrNone() {
        assertThat(post(PAGE + "/pipelines/" + pipeline.id(), "frameworkId", ""))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select count(*) from qualification_choice")
                        .query(Integer.class)
                        .single())
                .isZero();
        long bant = scene.framework("BANT");
        assertThat(post(PAGE + "/frameworks/" + bant + "/archive")).hasStatus3xxRedirection();
        assertThat(post(PAGE + "/pipelines/" + pipeline.id(), "frameworkId", Long.toString(bant)))
                .hasStatus(422);
        assertThat(post(PAGE + "/frameworks/" + bant + "/restoration")).hasStatus3xxRedirection();
        assertThat(post(PAGE + "/pipelines/" + pipeline.id(), "frameworkId", Long.toString(bant)))
                .hasStatus3xxRedirection();
        assertThat(post(PAGE + "/pipelines/4711", "frameworkId", "")).hasStatus(404);
    }

    @Test
    void setsWhenToAdvise() {
        assertThat(post(PAGE, "lowScore", "99999999999", "coverage", "abc", "quietDays", "10", "version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Write a whole number.", "value=\"99999999999\"", "value=\"abc\"")
                .doesNotContain("This choice is not available.");
        assertThat(post(PAGE, "lowScore", "40", "coverage", "50", "quietDays", "10", "version", "0"))
                .hasStatus3xxRedirection();
        assertThat(post(PAGE, "lowScore", "41", "coverage", "50", "quietDays", "10", "version", "0"))
                .hasStatus(409);
        assertThat(jdbc.sql("select low_score from qualification_settings")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({
        "101, 50, 10, ''",
        "-1, 50, 10, ''",
        "x, 50, 10, ''",
        "30, 0, 10, ''",
        "30, 50, 0, ''",
        "30, 50, 10, 4711"
    })
    void refusesThresholdsThatCannotBe(String score, String coverage, String days, String reason) {
        assertThat(post(
                        PAGE,
                        "lowScore",
                        score,
                        "coverage",
                        coverage,
                        "quietDays",
                        days,
                        "quietReasonId",
                        reason,
                        "version",
                        "0"))
                .hasStatus(422);
    }

    private MvcTestResult describe(String address, String name, String weight, String version) {
        return post(
                address, "name", name, "kind", "GENERAL", "weight", weight, "word0", "None", "word1", "Some", "word2",
                "Much", "word3", "Sure", "version", version);
    }

    private String names() {
        return jdbc.sql("""
                        select string_agg(name, ', ' order by position) from qualification_criterion where archived_at is null
                        """).query(String.class).single();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).with(as(admin)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
