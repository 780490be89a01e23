package app.tahap.qualification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@JourneyTest
class QualificationJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        deal = fixtures.deal("Fifty laptops", stages.get(1), ani);
    }

    @Test
    void ratesInPlaceAndTellsTheScore(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal);
        link(page, "Rate “Budget”").click();
        page.getByLabel("Likely").check();
        page.locator("#amount").fill("many");
        press(page, "Save");
        assertThat(page.locator("#amount-error")).isVisible();
        Axe.assertAccessible(page);

        page.locator("#amount").fill("9,500");
        press(page, "Save");

        assertThat(page.locator(".qualification-score")).containsText("Score 20 of 100");
        assertThat(page.locator("#qualification")).containsText("$9,500 · not confirmed");
        assertThat(page.locator("#announcer")).containsText("Budget was saved. The score is 20 of 100.");
        assertThat(page.locator("#history")).containsText("Ani Basuki rated Budget: Unknown → Likely");
        assertThat(link(page, "Rate “Budget”")).isFocused();
        Axe.assertAccessible(page);
        page.navigate("/board");
        assertThat(page.locator(".board-card-score")).containsText("score 20 of 100");
    }

    @Test
    void showsWhatSomebodyElseAnsweredMeanwhile(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal);
        link(page, "Rate “Need”").click();
        page.getByLabel("Nice to have").check();
        jdbc.sql("""
                        insert into qualification_answer (deal_id, criterion_id, rating, changed_at, version)
                        select :deal, id, 3, now(), 1 from qualification_criterion where name = 'Need'
                        """).param("deal", deal).update();
        press(page, "Save");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody has answered this meanwhile");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Urgent problem");
        press(page, "Save");
        assertThat(page.locator("#qualification")).containsText("Nice to have");
    }

    @Test
    void letsADealGoAndTakesThatBack(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal);
        link(page, "Rate “Budget”").click();
        page.getByLabel("No budget").check();
        press(page, "Save");
        assertThat(page.locator(".qualification-failed")).isVisible();

        page.navigate("/deals/letting-go");
        Axe.assertAccessibleEverywhere(page);
        press(page, "Let “Fifty laptops” go");
        assertThat(page.locator(".notice")).containsText("“Fifty laptops” was disqualified.");
        assertThat(page.locator(".empty-state")).containsText("Well tended!");

        press(page, "Undo");
        page.navigate("/deals/letting-go");
        press(page, "Keep “Fifty laptops”, and ask again in 30 days");
        assertThat(page.locator(".notice")).containsText("“Fifty laptops” stays.");
    }

    @Test
    void setsWeightsThatCountAtOnce(Visits visits) {
        Page page = visits.as(ani).open("/settings/qualification");
        Axe.assertAccessible(page);
        link(page, "BANT").click();
        Axe.assertAccessible(page);
        link(page, "Budget").click();
        Axe.assertAccessible(page);
        page.getByLabel("Weight").fill("70");
        press(page, "Save");

        assertThat(page.locator(".settings-rows li").first()).containsText("weight 70, 50% of the score");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
