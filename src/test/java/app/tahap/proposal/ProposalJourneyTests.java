package app.tahap.proposal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the deal to the customer's answer, as both sides go through it. */
@JourneyTest
class ProposalJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    ProductService products;

    @Autowired
    ProposalService proposals;

    @Autowired
    ProposalSending sending;

    @Autowired
    ProposalReader reader;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        deal = fixtures.deal("Fifty laptops", stages.get(4), ani);
        products.create(
                new ProductFacts("LP-1", "Laptop", "16 GB", "piece", new BigDecimal("11")),
                Map.of("USD", new Price(new BigDecimal("1150.50"), new BigDecimal("900"))),
                null);
    }

    @Test
    void writesSendsAndLearnsOfTheAcceptance(Visits visits) {
        jdbc.sql("""
                        with n as (insert into need (kind, label, position) values ('PAIN', 'Slow machines', 50) returning id)
                        insert into deal_need (deal_id, need_id, added_at) select :deal, id, now() from n
                        """).param("deal", deal).update();
        Page rep = visits.as(ani).open("/deals/" + deal);
        press(rep, "Write a proposal");
        rep.locator("#product").fill("lp-1");
        rep.locator("#product").press("Enter");
        rep.locator("#quantity-0").fill("50");
        rep.locator("#discount-0").fill("10");
        rep.locator("#discount-0").press("Tab");
        assertThat(rep.locator("#proposal-sums")).containsText("$57,467.48");
        assertThat(rep.locator("#net-0")).hasText("$51,772.50");
        press(rep, "Add a line of your own");
        rep.locator("#description-1").fill("Set-up on site");
        rep.locator("#price-1").fill("480");
        rep.locator("#up-1").click();
        assertThat(rep.locator("[name^=description]").first()).hasValue("Set-up on site");
        assertThat(rep.locator("#up-1")).isDisabled();
        press(rep, "Take over what the customer told");
        assertThat(rep.getByLabel("Problem")).hasValue("- Slow machines");
        rep.getByLabel("Problem").fill("Slow **machines**");
        press(rep, "Save and go on to send");
        assertThat(rep.locator("h1").first()).containsText("Send proposal");
        press(rep, "Send by link");
        String link = URI.create(rep.locator("#link").inputValue()).getPath();

        Page customer = visits.stranger().onPhone().withoutScripts().open(link);
        assertThat(customer.locator("h1")).hasText("Fifty laptops");
        APIResponse pdf = customer.request().get(link + "/pdf");
        assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
        press(customer, "Accept");
        assertThat(customer.locator("#name-error")).hasText("Please type your name.");
        customer.getByLabel("Your name").first().fill("Dewi Anggraini");
        customer.locator("[name=consent]").check();
        press(customer, "Accept");
        assertThat(customer.locator(".customer-note")).containsText("Accepted by Dewi Anggraini");

        rep.navigate("/deals/" + deal);
        assertThat(rep.locator("#panel-proposals")).containsText("Accepted");
        assertThat(rep.locator("#panel-proposals")).containsText("read once");
        assertThat(rep.locator(".deal-timeline")).containsText("Dewi Anggraini accepted proposal");
    }

    @Test
    void learnsWhyItWasDeclined(Visits visits) {
        String token = sent();
        Page customer = visits.stranger().open("/p/" + token);
        customer.locator("summary").click();
        customer.locator("#reason").fill("Too dear");
        press(customer, "Decline");
        assertThat(customer.locator(".customer-note")).containsText("The proposal is declined");

        Page rep = visits.as(ani).open("/deals/" + deal);
        assertThat(rep.locator("#panel-proposals")).containsText("Declined");
        assertThat(rep.locator(".deal-timeline")).containsText("Too dear");
    }

    @Test
    void worksWithoutScripts(Visits visits) {
        Page rep = visits.as(ani).withoutScripts().open("/deals/" + deal);
        press(rep, "Write a proposal");
        rep.getByLabel("Title").fill("Fifty notebooks");
        rep.locator("#product").fill("Laptop");
        rep.locator("#add-product").click();
        assertThat(rep.getByLabel("Title")).hasValue("Fifty notebooks");
        rep.locator("#quantity-0").fill("-2");
        press(rep, "Save");
        assertThat(rep.locator("#quantity-0-error")).hasText("A quantity is above zero.");
        rep.locator("#quantity-0").fill("2");
        press(rep, "Save");
        assertThat(rep.locator(".notice")).containsText("The draft is saved.");
    }

    @Test
    void letsEverybodyUseThePagesOfCustomers(Visits visits) {
        String token = sent();
        check(visits.stranger().open("/p/" + token));
        Page refused = visits.stranger().open("/p/" + token);
        press(refused, "Accept");
        Axe.assertAccessibleEverywhere(refused);
        Axe.assertAccessibleEverywhere(visits.stranger().open("/p/unknown"));
    }

    private String sent() {
        long proposal = proposals.create(deal, null, ani);
        VersionView draft = reader.draft(proposal, ani).orElseThrow();
        LineTerms line = ProposalScene.line("Laptop\n16 GB", "50", "1000", "5", "11", false);
        LineTerms extra = ProposalScene.line("Bag", "50", "20", "0", "11", true);
        ProposalTexts texts = new ProposalTexts("**Slow**", "1. New", "- Fast", null, "### Payment\n30 days");
        proposals.write(proposal, new Draft(draft.head(), texts, List.of(line, extra)), draft.revision(), ani);
        int revision = reader.draft(proposal, ani).orElseThrow().revision();
        return sending.send(proposal, revision, 30, null, ani).value();
    }

    private static void check(Page page) {
        assertThat(page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(200);
        Axe.assertAccessibleEverywhere(page);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
    }
}
