package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.StatementCount;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.contact.Organizations;
import app.tahap.contact.People;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages of an organisation and of a person: the same deals, asked for in two ways. */
@DatabaseTest
class ContactDealsControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    Organizations organizations;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;
    long maju;
    long budi;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        maju = Objects.requireNonNull(organizations.findOrCreate("PT Maju <Jaya>"));
        budi = Objects.requireNonNull(people.findOrCreate("Budi Santoso", maju));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations/", "/people/"})
    void totalsOpenAndWonDealsInTheBaseCurrencyOrOneForEach(String kind) {
        jdbc.sql("insert into exchange_rate values ('EUR', '2026-03-01', 1.5)").update();
        deal("Laptops", "1000", "USD", ani);
        deal("Tablets", "1000", "EUR", ani);
        deal("Phones", "7000", "JPY", ani);
        deal("Unknown", null, "USD", ani);
        long won = deal("Screens", "300", "USD", ani);
        deals.close(won, Outcome.WON, null, null, 0, null, ani);
        fixtures.deal("Another customer's", stages.get(0), ani);

        assertThat(mvc.get().uri(kind + id(kind)).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "4 deals",
                        "$2,500",
                        "+ ¥7,000",
                        "other currencies at the rates of 1 Mar 2026",
                        "1 deal",
                        "$300")
                .doesNotContain("Another customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations/", "/people/"})
    void pagesTheDeals(String kind) {
        for (int i = 0; i < 26; i++) {
            deal("Deal number " + i + ".", "1000", "USD", ani);
        }

        assertThat(mvc.get().uri(kind + id(kind)).with(as(ani)))
                .bodyText()
                .contains("26 deals", "$26,000", "Page 1 of 2")
                .doesNotContain("Deal number 0.");
        assertThat(mvc.get().uri(kind + id(kind) + "?page=2").with(as(ani)))
                .bodyText()
                .contains("Deal number 0.", "26 deals");
        assertThat(mvc.get().uri(kind + id(kind) + "?page=x").with(as(ani))).hasStatus(400);
        assertThat(mvc.get().uri(kind + id(kind) + "?page=-9").with(as(ani))).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations/", "/people/"})
    void hidesDealsThatTheViewerMayNotSee(String kind) {
        fixtures.letRepsSee(Visibility.OWN);
        deal("Laptops", "1000", "USD", ani);
        Viewer stranger = fixtures.user("Citra Lestari", Role.REP);

        assertThat(mvc.get().uri(kind + id(kind)).with(as(stranger)))
                .hasStatusOk()
                .bodyText()
                .contains("No deals here that you may see.")
                .doesNotContain("Laptops", "1,000");
    }

    @Test
    void showsTheFactsAndLinksBothWays() {
        assertThat(mvc.get().uri("/organizations/{id}", maju).with(as(ani)))
                .bodyText()
                .contains("PT Maju &lt;Jaya&gt;", "/people/" + budi, "/people/new?organization=" + maju)
                .doesNotContain("PT Maju <Jaya>");
        assertThat(mvc.get().uri("/people/{id}", budi).with(as(ani)))
                .bodyText()
                .contains("Budi Santoso", "/organizations/" + maju);
    }

    @Test
    void linksNoWebsiteThatWouldRunAScript() {
        jdbc.sql("update organization set website = 'javascript:alert(1)'").update();

        assertThat(mvc.get().uri("/organizations/{id}", maju).with(as(ani)))
                .bodyText()
                .contains("javascript:alert(1)")
                .doesNotContain("href=\"javascript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations/0", "/people/0", "/organizations/x", "/people/99999999999999999999"})
    void answersAddressesOfNobodyClearly(String address) {
        assertThat(mvc.get().uri(address).with(as(ani))).hasStatus4xxClientError();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations/", "/people/"})
    void asksTheSameNumberOfQueriesHoweverManyDeals(String kind) {
        int none = statements(kind);
        for (int i = 0; i < 30; i++) {
            deal("Deal " + i, "1000", "USD", ani);
        }

        assertThat(statements(kind)).isEqualTo(none).isLessThanOrEqualTo(14);
    }

    private int statements(String kind) {
        return StatementCount.of(
                () -> assertThat(mvc.get().uri(kind + id(kind)).with(as(ani))).hasStatusOk());
    }

    private long id(String kind) {
        return kind.equals("/people/") ? budi : maju;
    }

    private long deal(String title, @Nullable String amount, String currency, Viewer owner) {
        BigDecimal number = amount == null ? null : new BigDecimal(amount);
        DealFacts facts = new DealFacts(title, number, currency, null, owner.id(), maju, budi, null);
        return deals.create(facts, stages.get(0).id(), null, owner);
    }
}
