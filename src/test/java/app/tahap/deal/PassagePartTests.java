package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.CriterionKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What other modules let be filled in where a deal lacks it on its way: ratings, and a contact. */
class PassagePartTests extends BoardScene {

    String address;

    @BeforeEach
    void ask() {
        CriteriaScene.clear(jdbc);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.QUALIFICATION);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.QUALIFICATION);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.CONTACT);
        address = "/deals/" + deal + "/stage";
    }

    @Test
    void asksForWhatIsNotRatedAndForAContactOnceForAllStages() {
        rate("Need", 2);

        assertThat(text(move(ani, deal, stages.get(2), 0, UUID.randomUUID())))
                .containsOnlyOnce("Qualification completed (required)")
                .contains(rating("Budget"), rating("Authority"), rating("Timeline"), "3 – Confirmed")
                .contains("Contact logged (required)", "part[contactKind]", ">Call</option>")
                .doesNotContain(rating("Need"), ">Task</option>", "field-error");
    }

    @Test
    void ratesAndLogsWithTheMove() {
        rate("Need", 2);
        jdbc.sql("update qualification_answer set note = 'Their printers fail'").update();

        MvcTestResult moved = filled(ani, UUID.randomUUID(), all("Spoke with <b>Budi</b>"));

        assertThat(moved).hasStatusOk().bodyText().contains("moved to Initial contact");
        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
        assertThat(jdbc.sql(
                                "select score || ' ' || (select count(*) from qualification_answer) from deal where id = :id")
                        .param("id", deal)
                        .query(String.class)
                        .single())
                .isEqualTo("90 4");
        assertThat(jdbc.sql("select note from qualification_answer where note is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("Their printers fail");
        assertThat(text(get(ani, "/deals/" + deal)))
                .contains("Ani Basuki rated Budget: Unknown → Confirmed")
                .contains("Ani Basuki logged: In touch with the customer (Call)", "Spoke with &lt;b&gt;Budi&lt;/b&gt;");
    }

    @Test
    void writesNothingTwice() {
        UUID key = UUID.randomUUID();
        Object[] fields = all("");

        assertThat(filled(ani, key, fields)).hasStatusOk();
        assertThat(filled(ani, key, fields)).hasStatusOk();

        assertThat(events(deal)).containsExactly("CREATED", "MOVED");
        assertThat(count("activity")).isEqualTo(1);
        assertThat(count("deal_journal")).isEqualTo(5);
    }

    @Test
    void keepsWhatWasTypedAndNothingElseWhereSomethingIsStillMissing() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);

        String asked = text(filled(
                ani,
                UUID.randomUUID(),
                "personName",
                "Budi Hartono",
                rating("Budget"),
                3,
                "part[contactNote]",
                "They want a demo"));

        assertThat(asked)
                .contains("value=\"Budi Hartono\"", "They want a demo", "Please choose a kind.")
                .containsPattern("value=\"3\"[^>]*selected");
        assertThat(asked.split("Please fill this in\\.")).hasSize(4); // Authority, Need and Timeline
        assertThat(filled(ani, UUID.randomUUID(), all(""))).hasStatus(422);
        assertNothingWritten();
    }

    @Test
    void refusesAtTheirFieldsWhatCannotBeWritten() {
        long other = jdbc.sql("""
                        with f as (insert into qualification_framework (name, created_at) values ('Other', now()) returning id)
                        insert into qualification_criterion (framework_id, kind, name, weight, words, position)
                        select id, 'GENERAL', 'Metrics', 10, array['a', 'b', 'c', 'd'], 1 from f returning id
                        """).query(Long.class).single();
        long task = jdbc.sql("select id from activity_kind where not contact")
                .query(Long.class)
                .single();

        assertThat(filled(ani, UUID.randomUUID(), with(all(""), "part[rating" + other + "]", 2)))
                .hasStatus(422)
                .bodyText()
                .contains("role=\"alert\"");
        assertThat(filled(ani, UUID.randomUUID(), with(all(""), rating("Budget"), 4)))
                .hasStatus(422)
                .bodyText()
                .contains(id("Budget") + "-error");
        assertThat(filled(ani, UUID.randomUUID(), with(all("x".repeat(2001)), "part[contactKind]", task)))
                .hasStatus(422)
                .bodyText()
                .contains("passage-contact-kind-error", "passage-contact-note-error", "At most 2,000 characters");
        assertThat(filled(stranger(), UUID.randomUUID(), all(""))).hasStatus(404);
        assertNothingWritten();
    }

    @Test
    void saysThatSomebodyHasRatedItMeanwhile() {
        Object[] fields = all("");
        rate("Budget", 1);

        assertThat(filled(ani, UUID.randomUUID(), fields))
                .hasStatus(422)
                .bodyText()
                .contains("Somebody has answered this meanwhile")
                .doesNotContain(rating("Budget"));
        assertThat(count("qualification_answer")).isEqualTo(1);
    }

    @Test
    void saysThatTheScoreIsTooLow() {
        jdbc.sql("update qualification_framework set minimum_score = 90").update();

        assertThat(filled(ani, UUID.randomUUID(), with(all(""), rating("Budget"), 0)))
                .hasStatus(422)
                .bodyText()
                .contains("Rated so, the score is", "at least 90 is asked for");
        assertNothingWritten();
        List.of("Budget", "Authority", "Need", "Timeline").forEach(criterion -> rate(criterion, 1));
        assertThat(text(move(ani, deal, stages.get(1), 0, UUID.randomUUID())))
                .contains("Everything is rated, but the score is 33", "/deals/" + deal + "/qualification")
                .doesNotContain("part[rating");
    }

    @Test
    void letsAManagerGoOnWithoutThemAndTakesPartOfThem() {
        Viewer maya = fixtures.user("Maya", Role.MANAGER);

        assertThat(filled(maya, UUID.randomUUID(), "excepted", true, "exception", "Signed", rating("Budget"), 3))
                .hasStatusOk();

        assertThat(count("qualification_answer")).isEqualTo(1);
        assertThat(count("criterion_exception")).isEqualTo(1);
    }

    @Test
    void winsWithWhatTheStageAsksFor() {
        Object[] fields = with(all("Yes!"), "outcome", "WON");

        assertThat(post(ani, "/deals/" + deal + "/outcome", with(fields, "version", 0, "asked", true)))
                .hasStatusOk()
                .bodyText()
                .contains("is won");
        assertThat(count("activity")).isEqualTo(1);
    }

    @Test
    void leadsToTheProposalInAnotherTabAndAsksAgainWhereTheDealHasChangedMeanwhile() {
        CriteriaScene.clear(jdbc);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        long proposal = CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PROPOSAL);

        assertThat(filled(ani, UUID.randomUUID(), "personName", "Budi"))
                .hasStatus(422)
                .bodyText()
                .contains("Something that is done on a page of its own", "target=\"_blank\"", "(in a new tab)");
        jdbc.sql("delete from exit_criterion where id = :id")
                .param("id", proposal)
                .update();
        jdbc.sql("update deal set version = version + 1").update();
        assertThat(filled(ani, UUID.randomUUID(), "personName", "Budi"))
                .hasStatus(409)
                .bodyText()
                .contains("The deal has changed meanwhile", "value=\"Budi\"", "name=\"version\" value=\"1\"");
        assertThat(count("person")).isZero();
    }

    @Test
    void asksWithTheSameStatementsHoweverManyStages() {
        move(ani, deal, stages.get(2), 0, UUID.randomUUID()); // so that what is cached is
        int few = StatementCount.of(() -> move(ani, deal, stages.get(2), 0, UUID.randomUUID()));
        for (int i = 2; i < 6; i++) {
            CriteriaScene.require(jdbc, stages.get(i), CriterionKind.QUALIFICATION);
            CriteriaScene.require(jdbc, stages.get(i), CriterionKind.CONTACT);
        }

        assertThat(StatementCount.of(() -> move(ani, deal, stages.get(6), 0, UUID.randomUUID())))
                .isEqualTo(few);
    }

    private void assertNothingWritten() {
        assertThat(events(deal)).containsExactly("CREATED");
        assertThat(count("qualification_answer")).isZero();
        assertThat(count("qualification_standing")).isZero();
        assertThat(count("activity")).isZero();
        assertThat(count("deal_journal")).isZero();
        assertThat(count("person")).isZero();
    }

    /** Everything rated 3 and a call, whatever is rated already. */
    private Object[] all(String note) {
        List<Object> fields = new ArrayList<>();
        for (String criterion : List.of("Budget", "Authority", "Need", "Timeline")) {
            if (!isRated(criterion)) {
                fields.addAll(List.of(rating(criterion), 3));
            }
        }
        long call = jdbc.sql("select id from activity_kind where label = 'Call'")
                .query(Long.class)
                .single();
        fields.addAll(List.of("part[contactKind]", call, "part[contactNote]", note));
        return fields.toArray();
    }

    /** The same with further fields; one that is there already has another value. */
    private static Object[] with(Object[] fields, Object... more) {
        List<Object> all = new ArrayList<>(List.of(more));
        for (int i = 0; i < fields.length; i += 2) {
            if (!all.contains(fields[i])) {
                all.addAll(List.of(fields[i], fields[i + 1]));
            }
        }
        return all.toArray();
    }

    private MvcTestResult filled(Viewer viewer, UUID key, Object... fields) {
        return post(
                viewer, address, with(fields, "stageId", stages.get(2).id(), "version", 0, "key", key, "asked", true));
    }

    private void rate(String criterion, int rating) {
        form(ani, "/deals/" + deal + "/qualification/" + id(criterion), "rating", rating, "version", 0)
                .exchange();
    }

    private String rating(String criterion) {
        return "part[rating" + id(criterion) + "]";
    }

    private boolean isRated(String criterion) {
        return jdbc.sql("select exists (select from qualification_answer where criterion_id = :id)")
                .param("id", id(criterion))
                .query(Boolean.class)
                .single();
    }

    private long id(String criterion) {
        return jdbc.sql("select id from qualification_criterion where name = :name")
                .param("name", criterion)
                .query(Long.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
