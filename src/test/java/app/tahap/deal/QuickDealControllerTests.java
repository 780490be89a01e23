package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

    private MvcTestResult add(Object... parameters) {
        return post(ani, "/columns/" + stages.get(0).id() + "/deals", parameters);
    }
}
