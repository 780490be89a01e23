package app.tahap.negotiation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what the customer objects to the discount that a manager approves. */
@JourneyTest
class NegotiationJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    Viewer lina;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        Team team = fixtures.team("Jakarta");
        ani = fixtures.user("Ani Basuki", Role.REP, team);
        lina = fixtures.user("Lina Hartono", Role.MANAGER, team);
        deal = fixtures.deal("Fifty laptops", stages.get(5), ani);
        jdbc.sql("insert into discount_rule (rep_discount) values (15)").update();
    }

    @Test
    void answersAnObjectionAndSendsWhatAManagerApproved(Visits visits) {
        Page rep = visits.as(ani).open("/deals/" + deal + "/objections/new");
        rep.locator("#type").selectOption(firstType());
        rep.locator("#words").fill("Too dear");
        rep.locator("#answer").fill("It pays for itself");
        rep.locator("[name=outcome][value=CONCEDED]").check();
        press(rep, "Save");
        assertThat(rep.locator("#panel-objections")).containsText("It pays for itself");

        press(rep, "Write a proposal");
        press(rep, "Add a line of your own");
        rep.locator("#description-0").fill("Laptop");
        rep.locator("#price-0").fill("1000");
        rep.locator("#discount-0").fill("20");
        press(rep, "Save and go on to send");
        assertThat(rep.locator(".proposal-obstacles")).containsText("A line is 20% below the list price");
        rep.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Request approval"))
                .click();
        rep.locator("#reason").fill("They take four more branches");
        press(rep, "Request approval");
        assertThat(rep.locator(".approval-state").first()).hasText("Waits");

        Page manager = visits.as(lina).onPhone().open("/approvals");
        assertThat(manager.locator(".approvals")).containsText("They take four more branches");
        press(manager, "Approve: Fifty laptops");
        assertThat(manager.locator("[id^=reason-][id$=-error]")).containsText("Say why");
        manager.locator("textarea[name=reason]").fill("This once");
        press(manager, "Approve: Fifty laptops");
        assertThat(manager.locator(".notice")).containsText("Approved");

        rep.navigate("/notifications");
        rep.getByText("Lina Hartono approved 20% discount").first().click();
        assertThat(rep.locator(".approval-state").first()).hasText("Approved");
        rep.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on to sending"))
                .click();
        press(rep, "Send by link");
        assertThat(rep.locator("#link")).isVisible();
        rep.navigate("/deals/" + deal);
        assertThat(rep.locator(".deal-timeline")).containsText("Lina Hartono approved 20% discount");
    }

    private String firstType() {
        return jdbc.sql("select id::text from objection_type order by position limit 1")
                .query(String.class)
                .single();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
