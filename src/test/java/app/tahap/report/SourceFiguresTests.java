package app.tahap.report;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DatabaseTest
class SourceFiguresTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    JdbcClient jdbc;

    Viewer sri;
    Stage stage;
    long event;
    long fair;

    @BeforeEach
    void prepare() {
        stage = fixtures.stages(fixtures.workspace()).get(0);
        sri = fixtures.user("Sri Wahyuni", Role.MANAGER);
        event = id("select id from lead_source where label = 'Event'");
        fair = id("insert into campaign (name, source_id, created_at) values ('Spring fair', " + event
                + ", now()) returning id");
    }

    @Test
    void tellsConversionCostAndReturnOfSourcesAndCampaigns() {
        won(deal(event, fair, "1000", "USD"));
        won(deal(event, fair, "500", "USD"));
        lost(deal(event, null, "100", "USD"));
        deal(event, null, null, "USD");
        deal(null, null, "70", "USD");
        cost("campaign_id", fair, "300", "USD");
        cost("source_id", event, "200", "USD");

        String csv = csv("sources");
        assertThat(csv).contains("Event,4,2,1,1,0.6666666666666666,", ",1500,0,500,,125,250,2\r\n");
        assertThat(csv).contains(",1,0,0,1,,,,0,0,,,,,");
        assertThat(csv("campaigns")).contains("Spring fair,2,2,0,0,1.0,", ",1500,0,300,,150,150,4\r\n");
    }

    @Test
    void addsNoUnlikeCurrenciesAndDividesNothingThen() {
        won(deal(event, null, "1000", "USD"));
        cost("source_id", event, "200", "USD");
        cost("source_id", event, "90", "EUR");

        assertThat(csv("sources")).contains(",1000,0,200,90 EUR,,,\r\n");

        jdbc.sql("insert into exchange_rate (currency, valid_from, rate) values ('EUR', '2026-01-01', 2)")
                .update();
        assertThat(csv("sources")).contains(",1000,0,380,,380,380,1.63");
    }

    @Test
    void claimsNoReturnWhereTheWorthOfAWonDealIsNotKnown() {
        won(deal(event, null, null, "USD"));
        cost("source_id", event, "200", "USD");

        assertThat(csv("sources")).contains("Event,1,1,0,0,1.0,", ",,1,200,,200,200,\r\n");
    }

    @Test
    void holdsCostsOnlyAgainstAllDeals() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer ani = fixtures.user("Ani Basuki", Role.REP);
        cost("source_id", event, "200", "USD");
        deal(event, null, "1", "USD");

        assertThat(page("", sri)).contains("$200");
        assertThat(page("?owner=" + sri.id(), sri)).doesNotContain("$200").contains("Costs are those of the whole");
        assertThat(page("", ani)).doesNotContain("$200", "Event").contains("Costs are those of the whole");
    }

    @Test
    void leavesOutImportedDealsOfUnknownCreationAndSaysSo() {
        long deal = deal(event, null, "1", "USD");
        deal(event, null, "1", "USD");
        jdbc.sql("update deal set created_known = false where id = :id")
                .param("id", deal)
                .update();

        assertThat(page("", sri)).contains("1 imported deal is left out");
        assertThat(csv("sources")).contains("Event,1,0,0,1");
    }

    @Test
    void leadsFromEveryNumberToTheListOfExactlyThoseDeals() {
        won(deal(event, fair, "1000", "USD"));
        lost(deal(event, null, "100", "USD"));
        deal(null, null, "70", "USD");
        deal(null, fair, "70", "USD");

        Matcher link = Pattern.compile("class=\"deal-count\" href=\"([^\"]+)\" data-count=\"(\\d+)\"")
                .matcher(page("", sri));
        int links = 0;
        while (link.find()) {
            String list = body(link.group(1).replace("&amp;", "&"), sri);
            assertThat(Pattern.compile("<th scope=\"row\">")
                            .matcher(list)
                            .results()
                            .count())
                    .as(link.group(1))
                    .isEqualTo(Long.parseLong(link.group(2)));
            links++;
        }
        assertThat(links).isGreaterThan(10);
    }

    @Test
    void countsNoDeletedDealsAndSaysWhatIsWrongWithDates() {
        deals.delete(deal(event, null, "1", "USD"), 0, sri);

        assertThat(csv("sources")).doesNotContain("Event");
        assertThat(mvc.get().uri("/reports/sources?period=CUSTOM&from=x&to=").with(as(sri)))
                .hasStatus(422);
        assertThat(mvc.get().uri("/reports/sources.csv?period=CUSTOM").with(as(sri)))
                .hasStatus(404);
    }

    private long deal(@Nullable Long source, @Nullable Long campaign, @Nullable String amount, String currency) {
        DealFacts facts = new DealFacts(
                "Fifty laptops",
                amount == null ? null : new BigDecimal(amount),
                currency,
                null,
                sri.id(),
                null,
                null,
                source,
                campaign,
                List.of());
        return deals.create(facts, stage.id(), null, sri);
    }

    private void won(long deal) {
        deals.close(deal, Outcome.WON, null, null, 0, null, sri);
    }

    private void lost(long deal) {
        deals.close(deal, Outcome.LOST, fixtures.reason("LOST"), null, 0, null, sri);
    }

    private void cost(String bearer, long id, String amount, String currency) {
        jdbc.sql("""
                        insert into acquisition_cost (%s, spent_on, amount, currency, entered_by, entered_at)
                        values (:id, '2026-05-20', :amount::numeric, :currency, :by, now())
                        """.formatted(bearer))
                .param("id", id)
                .param("amount", amount)
                .param("currency", currency)
                .param("by", sri.id())
                .update();
    }

    private String csv(String table) {
        return body("/reports/" + table + ".csv", sri);
    }

    private String page(String query, Viewer viewer) {
        return body("/reports/sources" + query, viewer);
    }

    private String body(String address, Viewer viewer) {
        var answer =
                mvc.get().uri(java.net.URI.create(address)).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private long id(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
