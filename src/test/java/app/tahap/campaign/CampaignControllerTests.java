package app.tahap.campaign;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class CampaignControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer sri;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
    }

    @Test
    void addsACampaignOnceHoweverOftenItsFormIsSent() {
        Map<String, String> form =
                Map.of("name", "Spring fair <b>", "key", UUID.randomUUID().toString());
        String first = post("/campaigns", form, sri).getResponse().getRedirectedUrl();
        String second = post("/campaigns", form, sri).getResponse().getRedirectedUrl();

        assertThat(first).isEqualTo(second).isEqualTo("/campaigns/" + campaign());
        assertThat(get("/campaigns", sri)).bodyText().contains("Spring fair &lt;b&gt;");
    }

    @Test
    void refusesATakenNameAndAPeriodThatEndsBeforeItBegins() {
        post("/campaigns", Map.of("name", "Fair"), sri);

        assertThat(post("/campaigns", Map.of("name", "FAIR"), sri))
                .hasStatus(422)
                .bodyText()
                .contains("There is a campaign “FAIR” already");
        assertThat(post("/campaigns", Map.of("name", "B", "startsOn", "2026-05-02", "endsOn", "2026-05-01"), sri))
                .hasStatus(422)
                .bodyText()
                .contains("The last day cannot be before the first.");
        assertThat(post("/campaigns", Map.of("name", " ", "source", "999"), sri))
                .hasStatus(422)
                .bodyText()
                .contains("Please give the campaign a name.", "This choice is not available.");
    }

    @Test
    void savesNothingOnTopOfWhatSomebodyElseSaved() {
        post("/campaigns", Map.of("name", "Fair"), sri);
        String address = "/campaigns/" + campaign();
        assertThat(post(address, Map.of("name", "Spring fair", "version", "0"), sri))
                .hasStatus3xxRedirection();

        assertThat(post(address, Map.of("name", "Autumn fair", "version", "0"), sri))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"Autumn fair\"");
        assertThat(jdbc.sql("select name from campaign").query(String.class).single())
                .isEqualTo("Spring fair");
    }

    @Test
    void archivesAndRestoresWithoutForgetting() {
        post("/campaigns", Map.of("name", "Fair"), sri);
        long id = campaign();

        assertThat(post("/campaigns/" + id + "/archiving", Map.of(), sri)).hasStatus3xxRedirection();
        assertThat(get("/campaigns", sri)).bodyText().contains("Fair", "archived");
        assertThat(post("/campaigns/" + id + "/restoration", Map.of(), sri)).hasStatus3xxRedirection();
        assertThat(get("/campaigns/" + id, sri)).bodyText().doesNotContain("This campaign is archived");
    }

    @Test
    void addsACostOnceAndRemovesItWithTheNameOfWhoDid() {
        post("/campaigns", Map.of("name", "Fair"), sri);
        String page = "/campaigns/" + campaign();
        Map<String, String> cost = Map.of(
                "spentOn",
                "2026-05-01",
                "amount",
                "1,500.50",
                "currency",
                "EUR",
                "note",
                "Booth",
                "key",
                UUID.randomUUID().toString());
        assertThat(post(page + "/costs", cost, sri)).hasStatus3xxRedirection();
        assertThat(post(page + "/costs", cost, sri)).hasStatus3xxRedirection();

        assertThat(get(page, sri)).bodyText().containsOnlyOnce("Booth").contains("€1,500.50");
        long id = jdbc.sql("select id from acquisition_cost").query(Long.class).single();
        assertThat(post(page + "/costs/" + id + "/removal", Map.of(), sri)).hasStatus3xxRedirection();
        assertThat(get(page, sri)).bodyText().doesNotContain("Booth");
        assertThat(jdbc.sql("select removed_by from acquisition_cost")
                        .query(Long.class)
                        .single())
                .isEqualTo(sri.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-5 | USD | A cost must be above zero.",
                "0 | USD | A cost must be above zero.",
                "abc | USD | Write just the number",
                "1 | XXX | Please choose a currency.",
                "1e300 | USD | Write just the number",
            })
    void refusesWhatNoCostCanBeAtItsField(String amount, String currency, String told) {
        post("/campaigns", Map.of("name", "Fair"), sri);

        MvcTestResult answer = post(
                "/campaigns/" + campaign() + "/costs",
                Map.of("spentOn", "2026-05-01", "amount", amount, "currency", currency, "note", "kept"),
                sri);

        assertThat(answer).hasStatus(422).bodyText().contains(told, "value=\"kept\"");
        assertThat(jdbc.sql("select count(*) from acquisition_cost")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsCostsOfSourcesAndKnowsNoneThatAreNotThere() {
        long source =
                jdbc.sql("select min(id) from lead_source").query(Long.class).single();
        Map<String, String> cost = Map.of("spentOn", "2026-05-01", "amount", "20", "currency", "USD");

        assertThat(post("/campaigns/sources/" + source + "/costs", cost, sri)).hasStatus3xxRedirection();
        assertThat(get("/campaigns/sources/" + source, sri)).bodyText().contains("$20");
        assertThat(post("/campaigns/sources/999999/costs", cost, sri)).hasStatus(404);
        assertThat(post("/campaigns/999999/costs", cost, sri)).hasStatus(404);
        assertThat(post("/campaigns/999999/costs/1/removal", Map.of(), sri)).hasStatus(404);
    }

    @Test
    void isForManagersAndAdministrators() {
        Viewer rep = fixtures.user("Rep", Role.REP);

        assertThat(get("/campaigns", rep)).hasStatus(403);
        assertThat(post("/campaigns", Map.of("name", "Fair"), rep)).hasStatus(403);
        assertThat(get("/campaigns", fixtures.user("Admin", Role.ADMINISTRATOR)))
                .hasStatusOk();
    }

    private long campaign() {
        return jdbc.sql("select id from campaign").query(Long.class).single();
    }

    private MvcTestResult post(String address, Map<String, String> form, Viewer viewer) {
        var request = mvc.post().uri(address).with(as(viewer)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address, Viewer viewer) {
        return mvc.get().uri(address).with(as(viewer)).exchange();
    }
}
