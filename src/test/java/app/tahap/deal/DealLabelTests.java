package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Campaigns and tags of deals. */
@DatabaseTest
class DealLabelTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealRepository deals;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;
    long event;
    long fair;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        event = id("select id from lead_source where label = 'Event'");
        fair = id("insert into campaign (name, source_id, created_at) values ('Spring fair', " + event
                + ", now()) returning id");
    }

    @Test
    void takesOverTheSourceOfTheCampaignAndMakesNewTags() {
        assertThat(create(Map.of("campaign", Long.toString(fair), "newTags", "Key account, urgent,,KEY ACCOUNT")))
                .hasStatus3xxRedirection();

        DealFacts facts = deals.findAll().get(0).facts();
        assertThat(facts.campaignId()).isEqualTo(fair);
        assertThat(facts.sourceId()).isEqualTo(event);
        assertThat(facts.tagIds()).hasSize(2);
        assertThat(jdbc.sql("select label from tag order by position")
                        .query(String.class)
                        .list())
                .containsExactly("Key account", "urgent");
    }

    @Test
    void refusesASourceThatTheCampaignContradicts() {
        long other = id("select id from lead_source where label = 'Network'");

        assertThat(create(Map.of("campaign", Long.toString(fair), "source", Long.toString(other), "newTags", "urgent")))
                .hasStatus(422)
                .bodyText()
                .contains("The campaign belongs to the lead source “Event”", "value=\"urgent\"");
        assertThat(deals.count()).isZero();
        assertThat(id("select count(*) from tag")).isZero();
    }

    @Test
    void refusesCampaignsAndTagsThatAreNotOnOffer() {
        assertThat(create(Map.of("campaign", "999", "tags", "999", "newTags", "x".repeat(101))))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose a campaign from the list.", "At most 10 new tags of 100 characters");
    }

    @Test
    void tellsChangesOfCampaignAndTagsOnTheTimeline() {
        create(Map.of("newTags", "urgent, <script>alert(1)</script>"));
        Deal deal = deals.findAll().get(0);

        assertThat(send(
                        "/deals/" + deal.id(),
                        Map.of("campaign", Long.toString(fair), "newTags", "Key account", "version", "0")))
                .hasStatus3xxRedirection();

        assertThat(get("/deals/" + deal.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Spring fair", "Key account", "&lt;script&gt;alert(1)&lt;/script&gt;, urgent")
                .doesNotContain("<script>alert");
    }

    @Test
    void filtersByCampaignAndByTag() {
        create(Map.of("title", "From the fair", "campaign", Long.toString(fair)));
        create(Map.of("title", "Urgent one", "newTags", "urgent"));
        long tag = id("select id from tag");

        assertThat(get("/deals?campaign=" + fair))
                .bodyText()
                .contains("From the fair")
                .doesNotContain("Urgent one");
        assertThat(get("/deals?tag=" + tag)).bodyText().contains("Urgent one").doesNotContain("From the fair");
        assertThat(get("/board?tag=" + tag)).bodyText().contains("Urgent one").doesNotContain("From the fair");
        assertThat(get("/deals.csv?tag=" + tag)).bodyText().contains("urgent").doesNotContain("From the fair");
        assertThat(get("/deals?only=WITHOUT_CAMPAIGN"))
                .bodyText()
                .contains("Urgent one")
                .doesNotContain("From the fair");
    }

    @Test
    void keepsAnArchivedCampaignWithItsDeals() {
        create(Map.of("campaign", Long.toString(fair)));
        jdbc.sql("update campaign set archived_at = now()").update();
        Deal deal = deals.findAll().get(0);

        assertThat(get("/deals/" + deal.id() + "/edit")).bodyText().contains("Spring fair");
        assertThat(get("/deals/new")).bodyText().doesNotContain("Spring fair");
        assertThat(send(
                        "/deals/" + deal.id(),
                        Map.of("campaign", Long.toString(fair), "version", "0", "title", "Other")))
                .hasStatus3xxRedirection();
        assertThat(deals.findAll().get(0).facts().campaignId()).isEqualTo(fair);
    }

    private MvcTestResult create(Map<String, String> more) {
        return send("/deals", more);
    }

    private MvcTestResult send(String address, Map<String, String> more) {
        var request = mvc.post()
                .uri(address)
                .with(as(ani))
                .with(csrf())
                .param("title", more.getOrDefault("title", "Fifty laptops"))
                .param("currency", "USD")
                .param("owner", Long.toString(ani.id()))
                .param("stage", Long.toString(stages.get(0).id()));
        more.forEach((name, value) -> {
            if (!name.equals("title")) {
                request.param(name, value);
            }
        });
        return request.exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as(ani)).exchange();
    }

    private long id(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
