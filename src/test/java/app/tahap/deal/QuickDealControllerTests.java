package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.field.FieldFixtures;
import app.tahap.field.FieldType;
import app.tahap.field.RecordKind;
import app.tahap.pipeline.CriterionKind;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class QuickDealControllerTests extends BoardScene {

    @Test
    void addsADealOnTopOfItsColumn() {
        MvcTestResult result = add("title", "Ten printers", "amount", "1,500.50", "organizationName", "Acme");

        assertThat(result)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "“Ten printers” was added to Prospecting, with the new organisation “Acme”.",
                        "$1,500.50",
                        "Acme",
                        "data-card");
        assertThat(column(stages.get(0))).containsExactly("Ten printers", "Fifty laptops");
    }

    @Test
    void takesAnOrganisationThatIsThereAlready() {
        add("title", "Ten printers", "organizationName", "Acme");

        assertThat(add("title", "Twenty printers", "organizationName", " ACME "))
                .bodyText()
                .contains("“Twenty printers” was added to Prospecting.");

        assertThat(jdbc.sql("select count(*) from organization")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void saysInIndonesianWhichOrganisationCameAlong() {
        jdbc.sql("update users set language = 'id'").update();

        assertThat(add("title", "Ten printers", "organizationName", " Acme "))
                .bodyText()
                .contains("“Ten printers” ditambahkan ke Prospecting, bersama perusahaan baru “Acme”.");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        assertThat(add("title", " ", "amount", "many", "organizationName", "Acme"))
                .hasStatus(422)
                .bodyText()
                .contains("Please give the deal a title", "Write just the number", "value=\"many\"", "value=\"Acme\"");
        assertThat(add("title", "x".repeat(201))).hasStatus(422);
        assertThat(column(stages.get(0))).containsExactly("Fifty laptops");
        assertThat(jdbc.sql("select count(*) from organization")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void addsOneDealForADoubleSubmitEvenAtOnce() {
        UUID key = UUID.randomUUID();

        Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> add("title", "Ten printers", "organizationName", "Acme", "key", key)))
                .limit(4)
                .toList()
                .forEach(answer -> assertThat(answer.join()).hasStatusOk());
        assertThat(column(stages.get(0))).containsExactly("Ten printers", "Fifty laptops");
        assertThat(organizations()).isOne();
    }

    @Test
    void addsNothingByAUsedKeyAndKeepsWhatWasTyped() {
        UUID key = UUID.randomUUID();
        add("title", "Ten printers", "key", key);

        assertThat(add("title", "Twenty printers", "key", key))
                .hasStatus(409)
                .bodyText()
                .contains("<form", "Another deal was already added from this form", "value=\"Twenty printers\"");
        assertThat(column(stages.get(0))).containsExactly("Ten printers", "Fifty laptops");
    }

    @Test
    void saysWhenTheFilterHidesTheNewDeal() {
        assertThat(post(ani, "/columns/" + stages.get(0).id() + "/deals?text=forklift", "title", "Ten printers"))
                .bodyText()
                .contains("The filter hides it here.")
                .doesNotContain("data-card");
    }

    @Test
    void leadsToTheFullFormWithoutScripts() {
        long stage = stages.get(1).id();
        assertThat(get(ani, "/columns/" + stage + "/deals/new")).hasRedirectedUrl("/deals/new?stage=" + stage);
        assertThat(form(ani, "/columns/" + stage + "/deals", "title", "Ten printers"))
                .hasStatus3xxRedirection();
    }

    @Test
    void asksForWhatTheSkippedStagesRequire() {
        CriteriaScene.clear(jdbc);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.EXPECTED_CLOSE);
        CriteriaScene.requireItem(jdbc, stages.get(1), "Asked who decides");
        CriteriaScene.require(jdbc, stages.get(2), CriterionKind.PERSON);
        String column = "/columns/" + stages.get(2).id() + "/deals";

        assertThat(mvc.get().uri(column + "/new").header("HX-Request", "true").with(as(ani)))
                .bodyText()
                .contains(">Expected close<", "name=\"personName\"");
        assertThat(post(ani, column, "title", "Ten printers", "organizationName", "New one"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "The stages before this one require what is missing: Expected close, “Asked who decides”.",
                        "value=\"Ten printers\"");
        assertThat(post(ani, column, "title", "Ten printers", "expectedClose", "2026-08-01"))
                .hasStatus(422)
                .bodyText()
                .contains("missing: “Asked who decides”.");
        assertThat(organizations()).isZero();

        jdbc.sql("update exit_criterion set required = false where kind = 'CHECKLIST'")
                .update();
        assertThat(post(ani, column, "title", "Ten printers", "expectedClose", "2026-08-01"))
                .hasStatusOk();
    }

    @Test
    void knowsNoColumnThatIsNotThere() {
        assertThat(post(ani, "/columns/999999/deals", "title", "Ten printers", "organizationName", "Acme"))
                .hasStatus(404);
        assertThat(organizations()).isZero();
        assertThat(post(ani, "/columns/first/deals", "title", "Ten printers")).hasStatus(400);
    }

    @Test
    void refusesARequestWithoutCsrfToken() {
        assertThat(withoutToken(ani, "/columns/" + stages.get(0).id() + "/deals", "title", "Ten printers"))
                .hasStatus(403);
    }

    @Test
    void makesNoOrganisationForADealThatIsRefused() {
        jdbc.sql("update stage set archived_at = now() where id = :id")
                .param("id", stages.get(0).id())
                .update();

        assertThat(add("title", "Ten printers", "organizationName", "Acme")).hasStatus(422);
        assertThat(organizations()).isZero();
    }

    private long organizations() {
        return jdbc.sql("select count(*) from organization").query(Long.class).single();
    }

    @Test
    void asksNothingElseWhereNothingIsRequired() {
        field("Seats");

        assertThat(ask()).bodyText().doesNotContain("name=\"field-", "personName", "expectedClose", "sourceId");
    }

    @Test
    void asksForRequiredFieldsAndTellsAtThemWhatIsWrong() {
        long seats = field("Seats");
        FieldFixtures.require(jdbc, seats);
        String name = "field-" + seats;

        assertThat(ask()).bodyText().contains("id=\"" + name + "\"", "aria-required=\"true\"");
        assertThat(add("title", "Ten printers", "amount", "1,500"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"" + name + "-error\"", "Please fill this in.", "value=\"Ten printers\"");
        assertThat(add("title", "Ten printers", name, "many"))
                .hasStatus(422)
                .bodyText()
                .contains("This is not a number.", "value=\"many\"");
        assertThat(column(stages.get(0))).containsExactly("Fifty laptops");

        assertThat(add("title", "Ten printers", name, "12")).hasStatusOk();
        assertThat(jdbc.sql("select fields ->> :field from deal where title = 'Ten printers'")
                        .param("field", Long.toString(seats))
                        .query(String.class)
                        .single())
                .isEqualTo("12");
    }

    @Test
    void asksForWhatTheStageRequiresButDoesNotHoldTheDealUp() {
        long seats = field("Seats");
        require("PERSON", null);
        require("EXPECTED_CLOSE", null);
        require("SOURCE", null);
        require("FIELD", seats);

        assertThat(ask())
                .bodyText()
                .contains("Person (before the next stage)", "name=\"expectedClose\"", "name=\"sourceId\"")
                .contains("id=\"field-" + seats + "\"");
        assertThat(add("title", "Ten printers", "sourceId", "0", "expectedClose", "soon"))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose a lead source from the list.", "id=\"expectedClose-error\"", "value=\"soon\"");
        assertThat(add(
                        "title",
                        "Ten printers",
                        "organizationName",
                        "Acme",
                        "personName",
                        "Dewi",
                        "expectedClose",
                        "2026-12-31"))
                .hasStatusOk();
        assertThat(add("title", "Twenty printers")).hasStatusOk();
        assertThat(jdbc.sql("""
                        select p.name || ' ' || d.expected_close from deal d
                          join person p on p.id = d.person_id and p.organization_id = d.organization_id
                        """).query(String.class).list()).containsExactly("Dewi 2026-12-31");
    }

    private long field(String name) {
        return FieldFixtures.field(jdbc, RecordKind.DEAL, FieldType.NUMBER, name);
    }

    private void require(String kind, @Nullable Long field) {
        jdbc.sql("delete from exit_criterion where stage_id = :stage and kind = :kind and kind <> 'FIELD'")
                .param("stage", stages.get(0).id())
                .param("kind", kind)
                .update();
        jdbc.sql("""
                        insert into exit_criterion (stage_id, kind, field_id, required, position)
                        values (:stage, :kind, cast(:field as bigint), true, 90)
                        """)
                .param("stage", stages.get(0).id())
                .param("kind", kind)
                .param("field", field)
                .update();
    }

    private MvcTestResult ask() {
        return mvc.get()
                .uri("/columns/{stage}/deals/new", stages.get(0).id())
                .header("HX-Request", "true")
                .with(as(ani))
                .exchange();
    }

    private MvcTestResult add(Object... parameters) {
        return post(ani, "/columns/" + stages.get(0).id() + "/deals", parameters);
    }
}
