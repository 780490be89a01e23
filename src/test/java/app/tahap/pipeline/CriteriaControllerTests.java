package app.tahap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CriteriaControllerTests extends SettingsScene {

    long stage;

    @BeforeEach
    void chooseAStageWithoutCriteria() {
        stage = stages.get(3).id();
        jdbc.sql("delete from exit_criterion where stage_id = :stage")
                .param("stage", stage)
                .update();
    }

    @Test
    void setsWhatAStageAsksFor() {
        assertThat(set(
                        "kinds[AMOUNT]",
                        "REQUIRED",
                        "kinds[PERSON]",
                        "ADVISED",
                        "kinds[SOURCE]",
                        "",
                        "texts[new-1]",
                        " Budget confirmed ",
                        "needs[new-1]",
                        "REQUIRED",
                        "texts[new-2]",
                        "Users, and those who pay, met",
                        "needs[new-2]",
                        "ADVISED",
                        "texts[new-3]",
                        ""))
                .hasStatus3xxRedirection();

        assertThat(criteria())
                .containsExactly(
                        "AMOUNT required",
                        "PERSON advised",
                        "CHECKLIST Budget confirmed required",
                        "CHECKLIST Users, and those who pay, met advised");
        assertThat(get(ani, "/settings/pipelines/" + sales.id())).bodyText().contains("2 required, 2 advised");
    }

    @Test
    void offersNoKindThatNobodyChecks() {
        assertThat(get(ani, page()))
                .hasStatusOk()
                .bodyText()
                .contains("kinds[AMOUNT]", "kinds[SOURCE]")
                .doesNotContain("kinds[FIELD]", "kinds[CHECKLIST]");
        assertThat(set("kinds[CHECKLIST]", "REQUIRED", "kinds[NOTHING]", "REQUIRED", "kinds[FIELD]", "REQUIRED"))
                .hasStatus3xxRedirection();
        assertThat(criteria()).isEmpty();
    }

    @Test
    void offersTheFieldsOfDealsThatAreInUse() {
        long field = jdbc.sql(
                        "insert into custom_field (kind, type, name, position) values ('DEAL', 'TEXT', 'Tender number', 1) returning id")
                .query(Long.class)
                .single();

        assertThat(get(ani, page())).bodyText().contains("Tender number", "kinds[FIELD-" + field + "]");
        set("kinds[FIELD-" + field + "]", "REQUIRED");
        assertThat(criteria()).containsExactly("FIELD required");
        set("kinds[FIELD-" + field + "]", "");
        assertThat(criteria()).isEmpty();
    }

    @Test
    void keepsTheTicksOfAnItemThatIsRenamed() {
        set("texts[new-1]", "Budget confirmed", "needs[new-1]", "REQUIRED", "kinds[AMOUNT]", "REQUIRED");
        long item =
                jdbc.sql("select max(id) from exit_criterion").query(Long.class).single();

        set(
                "texts[" + item + "]",
                "Budget confirmed in writing",
                "needs[" + item + "]",
                "ADVISED",
                "kinds[AMOUNT]",
                "ADVISED");

        assertThat(criteria()).containsExactly("AMOUNT advised", "CHECKLIST Budget confirmed in writing advised");
        assertThat(jdbc.sql(
                                "select id from exit_criterion where kind = 'CHECKLIST' and removed_at is null and stage_id = :stage")
                        .param("stage", stage)
                        .query(Long.class)
                        .single())
                .isEqualTo(item);
    }

    @Test
    void removesWhatIsNoLongerAskedForAndKeepsItForTheHistory() {
        set("texts[new-1]", "Budget confirmed", "needs[new-1]", "REQUIRED", "kinds[AMOUNT]", "REQUIRED");
        long item = jdbc.sql("select max(id) from exit_criterion where kind = 'CHECKLIST'")
                .query(Long.class)
                .single();

        set("texts[" + item + "]", " ", "needs[" + item + "]", "REQUIRED");

        assertThat(criteria()).isEmpty();
        assertThat(count("exit_criterion where removed_at is not null")).isEqualTo(2);
        set("kinds[AMOUNT]", "ADVISED");
        assertThat(criteria()).containsExactly("AMOUNT advised");
    }

    @Test
    void touchesNoItemOfAnotherStage() {
        long foreign = jdbc.sql("select min(id) from exit_criterion where kind = 'CHECKLIST'")
                .query(Long.class)
                .single();
        String before = text(foreign);

        set("texts[" + foreign + "]", "Taken over", "needs[" + foreign + "]", "REQUIRED");

        assertThat(text(foreign)).isEqualTo(before);
        assertThat(criteria()).containsExactly("CHECKLIST Taken over required");
    }

    @Test
    void saysWhatIsTooLongAndKeepsWhatWasTyped() {
        String tooLong = "<i>" + "x".repeat(200);

        assertThat(set("texts[new-1]", tooLong, "needs[new-1]", "REQUIRED", "kinds[AMOUNT]", "REQUIRED"))
                .hasStatus(422)
                .bodyText()
                .contains("An item may have 200 characters at most.", "&lt;i&gt;" + "x".repeat(200))
                .doesNotContain("<i>x")
                .containsPattern("kinds\\[AMOUNT]\" value=\"REQUIRED\" checked");
        assertThat(criteria()).isEmpty();
        Object[] many = new Object[102];
        for (int i = 0; i < 51; i++) {
            many[2 * i] = "texts[new-" + i + "]";
            many[2 * i + 1] = "Item " + i;
        }
        assertThat(set(many)).hasStatus(422).bodyText().contains("At most 50 items");
        assertThat(set("kinds[AMOUNT]", "PERHAPS")).hasStatus4xxClientError();
    }

    @Test
    void losesNothingThatSomebodyElseSet() {
        int seen = version();
        set("kinds[AMOUNT]", "REQUIRED");

        assertThat(post(ani, page(), "version", seen, "kinds[PERSON]", "REQUIRED"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed this");
        assertThat(criteria()).containsExactly("AMOUNT required");
    }

    @Test
    void letsOnlyAdministratorsSetThem() {
        assertThat(get(manager, page())).hasStatus(403);
        assertThat(post(manager, page(), "version", version(), "kinds[AMOUNT]", "REQUIRED"))
                .hasStatus(403);
        assertThat(post(ani, "/settings/stages/999999/criteria", "version", 0)).hasStatus(404);
        assertThat(get(ani, "/settings/stages/999999/criteria")).hasStatus(404);
    }

    @Test
    void advisesInTheTemplatesAndRequiresNothing() {
        assertThat(count("exit_criterion where required")).isZero();
        assertThat(jdbc.sql("select count(distinct stage_id) from exit_criterion")
                        .query(Integer.class)
                        .single())
                .as("all stages but the one emptied for this test")
                .isEqualTo(stages.size() - 1);
    }

    @Test
    void showsHowGuidanceWillLookAndLetsNothingRun() {
        MvcTestResult preview = postByScript(
                ani,
                "/settings/guidance",
                "english",
                "### Do\n- **this**\n\n<script>alert(1)</script>",
                "indonesian",
                "");

        assertThat(preview)
                .hasStatusOk()
                .bodyText()
                .contains("<h3>Do</h3>", "<strong>this</strong>")
                .doesNotContain("<script>alert", "<html");
        assertThat(post(ani, "/settings/guidance", "english", "Ask"))
                .hasStatusOk()
                .bodyText()
                .contains("<!DOCTYPE html>", "<p>Ask</p>");
    }

    private String page() {
        return "/settings/stages/" + stage + "/criteria";
    }

    private int version() {
        return fixtures.stage(stage).getVersion();
    }

    private MvcTestResult set(Object... fields) {
        Object[] all = Arrays.copyOf(new Object[] {"version", version()}, fields.length + 2);
        System.arraycopy(fields, 0, all, 2, fields.length);
        return post(ani, page(), all);
    }

    private String text(long item) {
        return jdbc.sql("select text from exit_criterion where id = :id")
                .param("id", item)
                .query(String.class)
                .single();
    }

    private List<String> criteria() {
        return jdbc.sql("""
                        select concat_ws(' ', kind, text, case when required then 'required' else 'advised' end)
                          from exit_criterion where stage_id = :stage and removed_at is null
                         order by kind = 'CHECKLIST', position, id
                        """).param("stage", stage).query(String.class).list();
    }
}
