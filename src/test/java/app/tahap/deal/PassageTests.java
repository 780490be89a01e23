package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.CriterionKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a deal lacks on its way: told before it is moved, asked for when it is, and filled in with the move. */
class PassageTests extends BoardScene {

    Viewer maya;
    String address;

    @BeforeEach
    void forgetTheTemplatesCriteria() {
        CriteriaScene.clear(jdbc);
        maya = fixtures.user("Maya", Role.MANAGER);
        address = "/deals/" + deal + "/stage";
    }

    @Test
    void asksForWhatIsMissingInsteadOfMoving() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        CriteriaScene.advise(jdbc, stages.get(1), CriterionKind.EXPECTED_CLOSE);
        CriteriaScene.requireItem(jdbc, stages.get(1), "Budget confirmed");

        MvcTestResult asked = move(ani, deal, stages.get(2), 0, UUID.randomUUID());

        assertThat(asked)
                .hasStatus(422)
                .bodyText()
                .contains("Initial contact", "Person (required)", "Expected close (advised)", "Budget confirmed")
                .contains("name=\"personName\"", "name=\"expectedClose\"", "name=\"ticked\"", "name=\"version\"")
                .doesNotContain("<html", "field-error\">", "name=\"excepted\"", "name=\"amount\"");
        assertThat(stageOf(deal)).isEqualTo(stages.get(0).id());
        assertThat(events(deal)).containsExactly("CREATED");
    }

    @Test
    void asksOnAPageOfItsOwnWithoutScripts() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);

        assertThat(form(ani, address, "stageId", stages.get(1).id(), "version", 0, "view", "deal"))
                .hasStatus(422)
                .bodyText()
                .contains("<!DOCTYPE html>", "Person (required)", "name=\"view\" value=\"deal\"");
    }

    @Test
    void movesWithWhatWasFilledIn() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.ORGANIZATION);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.EXPECTED_CLOSE);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.SOURCE);
        long budget = CriteriaScene.requireItem(jdbc, stages.get(0), "Budget confirmed");
        long authority = CriteriaScene.requireItem(jdbc, stages.get(0), "Decider known");

        MvcTestResult moved = filled(
                ani,
                UUID.randomUUID(),
                "personName",
                "Budi Hartono",
                "organizationName",
                "Acme",
                "expectedClose",
                "2026-09-01",
                "sourceId",
                source(),
                "ticked",
                budget,
                "ticked",
                authority);

        assertThat(moved).hasStatusOk().bodyText().contains("moved to Lead qualification", "data-undo");
        assertThat(events(deal)).containsExactly("CREATED", "AMENDED", "MOVED");
        assertThat(jdbc.sql("""
                        select p.name || ', ' || o.name || ', ' || d.expected_close
                          from deal d join person p on p.id = d.person_id
                          join organization o on o.id = d.organization_id and o.id = p.organization_id
                         where d.id = :id
                        """).param("id", deal).query(String.class).single())
                .isEqualTo("Budi Hartono, Acme, 2026-09-01");
        assertThat(page(ani)).contains("Ani Basuki ticked “Budget confirmed”", "ticked “Decider known”");
    }

    @Test
    void asksForFieldsThatTheAdministratorDefined() {
        long field = CriteriaScene.requireField(jdbc, stages.get(0), "Tender number");
        jdbc.sql("update deal set tag_ids = array[7]").update();

        assertThat(text(get(ani, "/deals/" + deal + "/landings"))).contains("Missing: Tender number");
        assertThat(move(ani, deal, stages.get(1), 0, UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("Tender number", "name=\"field-" + field);
        assertThat(filled(ani, UUID.randomUUID(), "field-" + field, " "))
                .hasStatus(422)
                .bodyText()
                .contains("field-" + field + "-error");
        assertThat(filled(ani, UUID.randomUUID(), "field-" + field, "T-2026-7")).hasStatusOk();

        assertThat(events(deal)).containsExactly("CREATED", "AMENDED", "MOVED");
        assertThat(jdbc.sql("select fields ->> :field || ' ' || array_to_string(tag_ids, ',') from deal where id = :id")
                        .param("field", Long.toString(field))
                        .param("id", deal)
                        .query(String.class)
                        .single())
                .isEqualTo("T-2026-7 7");
    }

    @Test
    void asksForNoFieldThatIsArchived() {
        CriteriaScene.requireField(jdbc, stages.get(0), "Tender number");
        jdbc.sql("update custom_field set archived_at = now()").update();

        assertThat(move(ani, deal, stages.get(1), 0, UUID.randomUUID())).hasStatusOk();
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.EXPECTED_CLOSE);
        long item = CriteriaScene.requireItem(jdbc, stages.get(0), "Budget confirmed");
        CriteriaScene.requireItem(jdbc, stages.get(0), "Decider known");
        jdbc.sql("update deal set amount = null").update();
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.AMOUNT);

        assertThat(filled(ani, UUID.randomUUID(), "personName", "<script>alert(1)</script>", "amount", "a lot"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\"", "value=\"a lot\"", "Write just the number")
                .doesNotContain("<script>alert");
        assertThat(filled(ani, UUID.randomUUID(), "personName", "Budi", "amount", "5", "ticked", item))
                .hasStatus(422)
                .bodyText()
                .contains("Please fill this in.", "Please tick what is required.", "value=\"Budi\"")
                .containsPattern("value=\"" + item + "\"[^>]*checked");
        assertThat(filled(ani, UUID.randomUUID(), "expectedClose", "tomorrow", "sourceId", 999_999))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"tomorrow\"");
        assertThat(filled(ani, UUID.randomUUID(), "personName", "x".repeat(201), "exception", "y".repeat(1001)))
                .hasStatus(422)
                .bodyText()
                .contains("At most 200 characters");
        assertThat(events(deal)).containsExactly("CREATED");
        assertThat(count("person")).isZero();
    }

    @Test
    void asksWhetherAContactIsMeantThatIsThereAlready() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.ORGANIZATION);
        fixtures.organization("Nusantara Jaya");

        assertThat(filled(ani, UUID.randomUUID(), "organizationName", "Nusantra Jaya"))
                .hasStatus(422)
                .bodyText()
                .contains("data-value=\"Nusantara Jaya\"", "name=\"sure\" value=\"organizationName\"");
        assertThat(filled(ani, UUID.randomUUID(), "organizationName", "Nusantra Jaya", "sure", "organizationName"))
                .hasStatusOk();
        assertThat(count("organization")).isEqualTo(2);
    }

    @Test
    void letsAManagerGoOnWithAReasonThatStandsInTheHistory() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        CriteriaScene.requireItem(jdbc, stages.get(0), "Budget confirmed");

        assertThat(move(maya, deal, stages.get(1), 0, UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("name=\"excepted\"");
        assertThat(filled(maya, UUID.randomUUID(), "excepted", true, "exception", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Please give a reason.");
        assertThat(filled(maya, UUID.randomUUID(), "excepted", true, "exception", "<b>Board</b> decided"))
                .hasStatusOk();

        assertThat(page(ani))
                .contains(
                        "Without what is required: Person, “Budget confirmed”. Reason: &lt;b&gt;Board&lt;/b&gt; decided");
    }

    @Test
    void letsNoRepGoOnWithAReason() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);

        assertThat(filled(ani, UUID.randomUUID(), "excepted", true, "exception", "Hurry"))
                .hasStatus(422)
                .bodyText()
                .contains("Only managers and administrators");
        assertThat(events(deal)).containsExactly("CREATED");
    }

    @Test
    void countsAReasonOnlyWhereItIsAskedFor() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);

        assertThat(filled(maya, UUID.randomUUID(), "exception", "Typed, but saved by the other button"))
                .hasStatus(422);
        assertThat(count("criterion_exception")).isZero();
    }

    @Test
    void asksAgainWhereTheDealChangedMeanwhileAndHasNotGone() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        post(maya, "/deals/" + deal + "/assignment", "owner", maya.id(), "version", 0);

        assertThat(filled(
                        maya,
                        UUID.randomUUID(),
                        "personName",
                        "Budi",
                        "from",
                        stages.get(0).id()))
                .hasStatus(409)
                .bodyText()
                .contains("has changed meanwhile", "value=\"Budi\"", "name=\"version\" value=\"1\"");
        assertThat(filled(
                        maya,
                        UUID.randomUUID(),
                        "personName",
                        "Budi",
                        "from",
                        stages.get(2).id()))
                .hasStatus(409)
                .bodyText()
                .contains("Your change was not saved");
        assertThat(move(maya, deal, stages.get(1), 0, UUID.randomUUID()))
                .hasStatus(409)
                .bodyText()
                .contains("Your change was not saved");
        assertThat(count("person")).isZero();
    }

    @Test
    void makesOneMoveOfARepeatedForm() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        UUID key = UUID.randomUUID();

        assertThat(filled(ani, key, "personName", "Budi")).hasStatusOk();
        assertThat(filled(ani, key, "personName", "Budi")).hasStatusOk();

        assertThat(events(deal)).containsExactly("CREATED", "AMENDED", "MOVED");
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void asksForWhatItsStageRequiresWhenADealIsWon() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        CriteriaScene.require(jdbc, stages.get(3), CriterionKind.ORGANIZATION);
        String outcome = "/deals/" + deal + "/outcome";

        assertThat(post(ani, outcome, "outcome", "WON", "version", 0))
                .hasStatus(422)
                .bodyText()
                .contains("lacks to be won", "Person (required)", "name=\"outcome\" value=\"WON\"")
                .doesNotContain("organizationName");
        assertThat(post(ani, outcome, "outcome", "WON", "version", 0, "asked", true, "personName", "Budi"))
                .hasStatusOk()
                .bodyText()
                .contains("is won");
        assertThat(events(deal)).containsExactly("CREATED", "AMENDED", "WON");
    }

    @Test
    void remindsOfWhatIsAdvisedAndLetsItPass() {
        CriteriaScene.advise(jdbc, stages.get(0), CriterionKind.PERSON);
        CriteriaScene.adviseItem(jdbc, stages.get(0), "Budget confirmed");

        assertThat(move(ani, deal, stages.get(1), 0, UUID.randomUUID()))
                .hasStatusOk()
                .bodyText()
                .contains("moved to Lead qualification.</span>")
                .contains("Advised and still missing: Person, “Budget confirmed”.");
    }

    @Test
    void saysOfEachColumnWhetherTheDealMayLandThere() {
        CriteriaScene.require(jdbc, stages.get(2), CriterionKind.PERSON);
        CriteriaScene.adviseItem(jdbc, stages.get(1), "Budget confirmed");
        long there = fixtures.deal("In qualification", stages.get(1), ani);

        String landings = text(get(ani, "/deals/" + there + "/landings"));

        assertThat(landing(landings, stages.get(0).id())).contains("landing-free", "Nothing is missing");
        assertThat(landings).doesNotContain("data-landing=\"" + stages.get(1).id() + "\"");
        assertThat(landing(landings, stages.get(2).id())).contains("landing-advised", "Advised: “Budget confirmed”");
        assertThat(landing(landings, stages.get(3).id()))
                .contains("landing-held", "Missing: Person", "Advised: “Budget confirmed”");
        assertThat(landings).containsPattern("landing-free[^>]*data-landing=\"WON\"");
        assertThat(get(stranger(), "/deals/" + there + "/landings")).hasStatus(404);
    }

    @Test
    void saysNothingWhereNoStageAsksForAnything() {
        assertThat(text(get(ani, "/deals/" + deal + "/landings")))
                .contains("data-landings=\"none\"")
                .doesNotContain("data-landing=");
        assertThat(text(get(ani, address))).doesNotContain("class=\"landing");
    }

    @Test
    void asksForLandingsWithTheSameStatementsHoweverManyCriteria() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        int few = StatementCount.of(() -> get(ani, "/deals/" + deal + "/landings"));
        for (int i = 0; i < 30; i++) {
            CriteriaScene.requireItem(jdbc, stages.get(i % 7), "Item " + i);
        }
        int many = StatementCount.of(() -> get(ani, "/deals/" + deal + "/landings"));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(5);
    }

    @Test
    void saysInTheMenuWhatEachStageAsksFor() {
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.PERSON);

        assertThat(text(get(ani, address))).contains("Missing: Person");
    }

    @Test
    void ticksAndUnticksAnItemOnce() {
        long item = CriteriaScene.requireItem(jdbc, stages.get(0), "Budget confirmed");
        String checklist = "/deals/" + deal + "/checklist/" + item;

        assertThat(form(ani, checklist, "ticked", true)).hasStatus3xxRedirection();
        form(ani, checklist, "ticked", true).exchange();
        assertThat(page(ani)).contains("Budget confirmed", "aria-checked=\"true\"");
        form(ani, checklist, "ticked", false).exchange();

        assertThat(page(ani)).contains("aria-checked=\"false\"");
        assertThat(jdbc.sql("select message from deal_journal where deal_id = :id order by id")
                        .param("id", deal)
                        .query(String.class)
                        .list())
                .containsExactly("deal.checklist.ticked", "deal.checklist.unticked");
    }

    @Test
    void ticksNothingThatIsNoItemOfTheDealsPipeline() {
        long fact = CriteriaScene.require(jdbc, stages.get(0), CriterionKind.PERSON);
        long item = CriteriaScene.requireItem(jdbc, stages.get(0), "Budget confirmed");

        assertThat(form(ani, "/deals/" + deal + "/checklist/" + fact, "ticked", true))
                .hasStatus(404);
        assertThat(form(ani, "/deals/" + deal + "/checklist/999999", "ticked", true))
                .hasStatus(404);
        assertThat(form(ani, "/deals/" + deal + "/checklist/" + item, "ticked", "perhaps"))
                .hasStatus(400);
        assertThat(form(stranger(), "/deals/" + deal + "/checklist/" + item, "ticked", true))
                .hasStatus(404);
        post(ani, "/deals/" + deal + "/outcome", "outcome", "LOST", "version", 0, "reasonId", fixtures.reason("LOST"));
        assertThat(form(ani, "/deals/" + deal + "/checklist/" + item, "ticked", true))
                .hasStatus(422);
        assertThat(count("deal_tick")).isZero();
    }

    @Test
    void showsOnTheDealWhatItsStageAsksFor() {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.AMOUNT);
        CriteriaScene.advise(jdbc, stages.get(0), CriterionKind.PERSON);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.SOURCE);

        assertThat(page(ani))
                .contains("Before it goes on", "Met: Amount", "Missing: Person", "Missing: Lead source")
                .doesNotContain("Missing: Amount");
    }

    private MvcTestResult filled(Viewer viewer, UUID key, Object... fields) {
        Object[] move = {"stageId", stages.get(1).id(), "version", 0, "key", key, "asked", true};
        Object[] all = Arrays.copyOf(move, move.length + fields.length);
        System.arraycopy(fields, 0, all, move.length, fields.length);
        return post(viewer, address, all);
    }

    private long source() {
        return jdbc.sql("select min(id) from lead_source").query(Long.class).single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private String page(Viewer viewer) {
        return text(get(viewer, "/deals/" + deal));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String landing(String landings, long stageId) {
        return List.of(landings.split("<p ")).stream()
                .filter(part -> part.contains("data-landing=\"" + stageId + "\""))
                .findFirst()
                .orElseThrow();
    }
}
