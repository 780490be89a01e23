package app.tahap.closing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
class ClosingJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(6), ani);
        jdbc.sql("insert into competitor (label, position) values ('PT Saingan', 1)")
                .update();
    }

    @Test
    void ticksSignalsInPlaceUntilTheDealIsReady(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal);
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Positive feedback"))
                .click();
        assertThat(box(page, "Positive feedback")).isChecked();
        assertThat(page.locator("#signals")).containsText("One more signal");
        assertThat(page.locator("#history")).containsText("Ani Basuki noticed a closing signal: Positive feedback");
        assertThat(box(page, "Positive feedback")).isFocused();
        page.getByLabel("Note").fill("Half a");
        box(page, "Clear commitment").click();
        assertThat(page.locator("#history")).containsText("Ani Basuki noticed a closing signal: Clear commitment");
        assertThat(page.getByLabel("Note")).hasValue("Half a");
        assertThat(page.locator(".signals-ready")).isVisible();
        Axe.assertAccessible(page);

        page.navigate("/deals/ready-to-close");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Clear commitment");
        Axe.assertAccessibleEverywhere(page);
        page.getByText("Fifty laptops").click();
        box(page, "Clear commitment").click();
        assertThat(box(page, "Clear commitment")).not().isChecked();
    }

    @Test
    void ticksSignalsWithoutScriptsOnAPhone(Visits visits) {
        Page page = visits.as(ani).onPhone().withoutScripts().open("/deals/" + deal);
        box(page, "Positive feedback").click();

        assertThat(box(page, "Positive feedback")).isChecked();
    }

    @Test
    void celebratesAWonDealWhereMotionIsWelcome(Visits visits) {
        Page page = visits.as(ani).withMotion().open("/deals/" + deal);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Won").setExact(true))
                .click();
        assertThat(page.locator(".notice.is-celebrated")).containsText("Congratulations");
        assertThat(animation(page, ".notice")).isEqualTo("celebrate");
        Axe.assertAccessible(page);

        Page still = visits.as(ani).open("/deals/" + fixtures.deal("Ten printers", fixtures.stage(stage()), ani));
        still.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Won").setExact(true))
                .click();
        assertThat(still.locator(".notice")).containsText("Congratulations");
        assertThat(animation(still, ".notice")).isEqualTo("none");
        assertThat(still.locator(".notice").evaluate("e => getComputedStyle(e, '::after').opacity"))
                .isEqualTo("0");
    }

    @Test
    void losesFromTheBoardToACompetitor(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.locator("#deal-" + deal).focus();
        page.locator("#deal-" + deal).getByLabel("Move “Fifty laptops” to…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("Lost", new Locator.GetByTextOptions().setExact(true)).click();
        dialog.getByLabel("Reason").selectOption("Price");
        dialog.getByLabel("Lost to").selectOption("PT Saingan");
        dialog.getByLabel("Look at it again on").fill("2020-01-01");
        dialog.getByText("Mark as lost").click();
        assertThat(dialog.getByText("Please choose a day after today, or none."))
                .isVisible();
        assertThat(dialog.getByLabel("Lost to")).hasValue(competitor());
        Axe.assertAccessible(page);
        dialog.getByLabel("Look at it again on").fill("");
        dialog.getByText("Mark as lost").click();

        assertThat(page.locator("#toasts")).containsText("was marked as lost");
        page.navigate("/deals?competitor=" + competitor());
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Fifty laptops");
    }

    private long stage() {
        return jdbc.sql("select stage_id from deal where id = :id")
                .param("id", deal)
                .query(Long.class)
                .single();
    }

    private String competitor() {
        return jdbc.sql("select id from competitor").query(String.class).single();
    }

    private static Object animation(Page page, String selector) {
        return page.locator(selector).evaluate("e => getComputedStyle(e, '::after').animationName");
    }

    private static Locator box(Page page, String signal) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(signal));
    }
}
