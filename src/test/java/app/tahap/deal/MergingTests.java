package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Organisations, people and deals that were there twice become one each. */
@DatabaseTest
class MergingTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    DealRepository repository;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    Viewer budi;
    List<Stage> stages;
    long acme;
    long ptAcme;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
        acme = fixtures.organization("Acme");
        ptAcme = fixtures.organization("PT. ACME");
    }

    @Test
    void listsWhatIsLikelyToBeThereTwice() {
        person("Citra Dewi", acme, "citra@acme.example");
        person("Dewi, Citra", null, null);
        person("C. D.", null, "CITRA@acme.example");
        deal("Fifty laptops", acme, "1");
        deal("Laptops fifty", acme, "1");
        deal("Laptops fifty", ptAcme, "1");

        assertThat(get("/duplicates", ani))
                .hasStatusOk()
                .bodyText()
                .contains("/organizations/" + acme + "/merging?with=" + ptAcme, "Dewi, Citra", "C. D.", "Laptops fifty")
                .containsOnlyOnce("/deals/" + first() + "/merging");
        assertThat(get("/organizations/" + acme, ani)).bodyText().contains("PT. ACME");
    }

    @Test
    void mergesOrganisationsWithTheirPeopleAndDealsAndTellsSo() {
        jdbc.sql("update organization set website = 'https://acme.example' where id = :id")
                .param("id", ptAcme)
                .update();
        person("Citra Dewi", ptAcme, null);
        long open = deal("Fifty laptops", ptAcme, "5");
        long won = deal("Ten printers", ptAcme, "7");
        deals.close(won, Outcome.WON, null, null, 0, null, ani);
        int versions = fixtures.version(open);

        assertThat(merge("/organizations/" + acme, ptAcme, Map.of("sides[website]", "OTHER"), ani))
                .hasRedirectedUrl("/organizations/" + acme);

        assertThat(jdbc.sql("select name || ' ' || website from organization where id = :id")
                        .param("id", acme)
                        .query(String.class)
                        .single())
                .isEqualTo("Acme https://acme.example");
        assertThat(count("select count(*) from deal where organization_id = " + acme))
                .isEqualTo(2);
        assertThat(count("select count(*) from person where organization_id = " + acme))
                .isOne();
        assertThat(fixtures.version(open)).isEqualTo(versions + 1);
        assertThat(get("/organizations/" + ptAcme, ani)).hasRedirectedUrl("/organizations/" + acme);
        assertThat(get("/organizations/" + acme, ani)).bodyText().contains("Includes “PT. ACME”, merged by Ani Basuki");
        assertThat(get("/deals/" + open, ani)).bodyText().contains("<del>PT. ACME</del>", "<ins>Acme</ins>");
        assertThat(count("select count(*) from deal_event where kind = 'AMENDED' and outcome = 'WON' and rate = 1"))
                .isOne();
        assertThat(post("/organizations/" + ptAcme + "/restoration", Map.of(), ani))
                .hasStatus(422);
        assertThat(get("/organizations?deleted=true", ani)).bodyText().doesNotContain("PT. ACME");
    }

    @Test
    void writesTheEventThatAmendingOneDealWrites() {
        long moved = deal("Fifty laptops", ptAcme, "5");
        long amended = deal("Fifty laptops", ptAcme, "5");
        deals.change(
                amended,
                facts -> new DealFacts(
                        facts.title(),
                        facts.amount(),
                        facts.currency(),
                        facts.expectedClose(),
                        facts.ownerId(),
                        acme,
                        null,
                        null),
                0,
                null,
                ani);
        jdbc.sql("update deal set organization_id = :pt where id = :id")
                .param("pt", ptAcme)
                .param("id", moved)
                .update();

        merge("/organizations/" + acme, ptAcme, Map.of(), ani);

        String facts = """
                select concat_ws('|', kind, actor_id, stage_id, stage_position, outcome, trim_scale(amount), currency, rate,
                                 probability, owner_id, deleted, changes, occurred_at)
                  from deal_event where kind = 'AMENDED' and deal_id = """;
        assertThat(jdbc.sql(facts + moved).query(String.class).list())
                .isEqualTo(jdbc.sql(facts + amended).query(String.class).list());
    }

    @Test
    void mergesPeopleAndLeadsToTheOneThatIsKept() {
        long citra = person("Citra Dewi", acme, null);
        long twin = person("Citra D", acme, "citra@acme.example");
        long deal = deal("Fifty laptops", acme, "5");
        jdbc.sql("update deal set person_id = :twin").param("twin", twin).update();

        assertThat(merge(
                        "/people/" + citra,
                        twin,
                        Map.of("sides[email]", "OTHER", "sides[organization_id]", "OTHER"),
                        ani))
                .hasRedirectedUrl("/people/" + citra);

        assertThat(count("select person_id from deal where id = " + deal)).isEqualTo(citra);
        assertThat(get("/people/" + twin, ani)).hasRedirectedUrl("/people/" + citra);
        assertThat(jdbc.sql("select name || email from person where id = :id")
                        .param("id", citra)
                        .query(String.class)
                        .single())
                .isEqualTo("Citra Dewicitra@acme.example");
        assertThat(get("/people/" + citra, ani)).bodyText().contains("Includes “Citra D”");
    }

    @Test
    void mergesDealsSoThatNoFigureCountsThemTwice() {
        long kept = deal("Fifty laptops", acme, "5");
        long other = deal("Laptops fifty", acme, "7");
        jdbc.sql(
                        "insert into deal_note (deal_id, author_id, text, created_at) values (:deal, :by, 'Called them', now())")
                .param("deal", other)
                .param("by", ani.id())
                .update();
        int eventsOfOther = (int) count("select count(*) from deal_event where deal_id = " + other);

        assertThat(merge("/deals/" + kept, other, Map.of("sides[amount]", "OTHER"), ani))
                .hasRedirectedUrl("/deals/" + kept);

        assertThat(repository.findById(kept).orElseThrow().facts().amount()).isEqualByComparingTo("7");
        assertThat(count("select count(*) from deal where deleted_at is null")).isOne();
        assertThat(count("select count(*) from deal_event where deal_id = " + other))
                .isEqualTo(eventsOfOther + 1);
        assertThat(get("/deals/" + kept, ani))
                .bodyText()
                .contains("merged “Laptops fifty” into this deal", "Called them");
        assertThat(get("/deals/" + other, ani)).hasRedirectedUrl("/deals/" + kept);
        assertThat(get("/deals/" + other + "?log=true", ani))
                .hasStatusOk()
                .bodyText()
                .contains("This deal was merged into");
        assertThat(get("/deals.csv", ani)).bodyText().contains("Fifty laptops").doesNotContain("Laptops fifty");

        assertThat(post("/deals/" + other + "/restoration", Map.of(), ani)).hasStatus3xxRedirection();
        assertThat(get("/deals/" + other, ani)).hasStatusOk();
        assertThat(get("/deals/" + kept, ani)).bodyText().doesNotContain("Called them");
    }

    @Test
    void answersARepeatedMergeAsTheFirst() {
        long kept = deal("Fifty laptops", acme, "5");
        long other = deal("Laptops fifty", acme, "7");
        Map<String, String> form = form("/deals/" + kept, other, Map.of(), ani);

        assertThat(post("/deals/" + kept + "/merging", form, ani)).hasRedirectedUrl("/deals/" + kept);
        assertThat(post("/deals/" + kept + "/merging", form, ani)).hasRedirectedUrl("/deals/" + kept);
        assertThat(count("select count(*) from deal_journal")).isOne();
    }

    @Test
    void mergesNothingThatSomebodyChangedMeanwhile() {
        long kept = deal("Fifty laptops", acme, "5");
        long other = deal("Laptops fifty", acme, "7");
        Map<String, String> form = form("/deals/" + kept, other, Map.of("sides[title]", "OTHER"), ani);
        Map<String, String> organizations = form("/organizations/" + acme, ptAcme, Map.of("sides[name]", "OTHER"), ani);
        deals.assign(other, budi.id(), 0, ani);
        jdbc.sql("update organization set version = version + 1 where id = :id")
                .param("id", ptAcme)
                .update();

        assertThat(post("/deals/" + kept + "/merging", form, ani))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"OTHER\" checked");
        assertThat(post("/organizations/" + acme + "/merging", organizations, ani))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"OTHER\" checked");
        assertThat(count("select count(*) from deal where deleted_at is not null"))
                .isZero();
        assertThat(count("select count(*) from organization where deleted_at is not null"))
                .isZero();
    }

    @Test
    void mergesNoDealThatTheViewerMayNotSeeNorClosedOnesNorOneWithItself() {
        long kept = deal("Fifty laptops", acme, "5");
        long won = deal("Laptops fifty", acme, "7");
        long foreign = fixtures.deal("Fifty laptops", stages.get(0), budi);
        deals.close(won, Outcome.WON, null, null, 0, null, ani);

        assertThat(merge("/deals/" + kept, won, Map.of(), ani)).hasStatus(422);
        assertThat(post(
                        "/deals/" + kept + "/merging",
                        Map.of("with", Long.toString(kept), "version", "0", "otherVersion", "0"),
                        ani))
                .hasStatus(422);
        assertThat(post(
                        "/organizations/" + acme + "/merging",
                        Map.of("with", Long.toString(acme), "version", "0", "otherVersion", "0"),
                        ani))
                .hasStatus(422);
        assertThat(post("/organizations/" + acme + "/merging", Map.of("with", "999999"), ani))
                .hasStatus(404);
        fixtures.letRepsSee(Visibility.OWN);
        assertThat(get("/deals/" + kept + "/merging?with=" + foreign, ani)).hasStatus(404);
        assertThat(post(
                        "/deals/" + kept + "/merging",
                        Map.of("with", Long.toString(foreign), "version", "0", "otherVersion", "0"),
                        ani))
                .hasStatus(404);
        assertThat(post(
                        "/deals/" + foreign + "/merging",
                        Map.of("with", Long.toString(kept), "version", "0", "otherVersion", "0"),
                        ani))
                .hasStatus(404);
        assertThat(count("select count(*) from deal where deleted_at is not null"))
                .isZero();
    }

    private MvcTestResult merge(String page, long with, Map<String, String> sides, Viewer by) {
        return post(page + "/merging", form(page, with, sides, by), by);
    }

    private Map<String, String> form(String page, long with, Map<String, String> sides, Viewer by) {
        String table = page.startsWith("/deals") ? "deal" : page.startsWith("/people") ? "person" : "organization";
        assertThat(get(page + "/merging?with=" + with, by)).hasStatusOk();
        Map<String, String> form = new HashMap<>(sides);
        form.put("with", Long.toString(with));
        String id = page.substring(page.lastIndexOf('/') + 1);
        form.put("version", Long.toString(count("select version from " + table + " where id = " + id)));
        form.put("otherVersion", Long.toString(count("select version from " + table + " where id = " + with)));
        if (table.equals("deal")) {
            form.put("key", UUID.randomUUID().toString());
        }
        return form;
    }

    private long deal(String title, long organization, String amount) {
        DealFacts facts = new DealFacts(title, new BigDecimal(amount), "USD", null, ani.id(), organization, null, null);
        return deals.create(facts, stages.get(0).id(), null, ani);
    }

    private long first() {
        return count("select min(id) from deal");
    }

    private long person(String name, @Nullable Long organization, @Nullable String email) {
        return jdbc.sql("""
                        insert into person (name, organization_id, email, created_at)
                        values (:name, :organization::bigint, :email, now()) returning id
                        """)
                .param("name", name)
                .param("organization", organization)
                .param("email", email)
                .query(Long.class)
                .single();
    }

    private MvcTestResult post(String address, Map<String, String> form, Viewer by) {
        var request = mvc.post().uri(address).with(as(by)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address, Viewer by) {
        return mvc.get().uri(address).with(as(by)).exchange();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
