package app.tahap.field;

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

/** An administrator defines fields in a browser, and a rep fills them in. */
@JourneyTest
class FieldJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;
    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void carriesAFieldFromTheSettingsToTheListOfDeals(Visits visits) {
        FieldFixtures.field(jdbc, RecordKind.DEAL, FieldType.MONEY, "Budget");
        Page settings = visits.as(admin).open("/settings/fields");
        Axe.assertAccessible(settings);
        link(settings, "Add a field of deals").click();
        assertThat(settings.getByLabel("Choices")).isHidden();
        settings.getByLabel("Name").fill("Level");
        settings.getByLabel("Holds").selectOption("Single choice");
        settings.getByLabel("Choices").fill("Gold\nSilver");
        settings.getByLabel("Required").check();
        Axe.assertAccessible(settings);
        press(settings, "Add");
        assertThat(settings.locator(".settings-rows").first()).containsText("Level Single choice required");

        Page page = visits.as(ani).open("/deals/new");
        page.getByLabel("Title").fill("Fifty laptops");
        page.getByLabel("Budget", new Page.GetByLabelOptions().setExact(true)).fill("many");
        press(page, "Save");
        assertThat(page.locator(".field-error"))
                .hasText(new String[] {"This is not a number.", "Please choose something."});
        assertThat(page.getByLabel("Budget", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("many");
        Axe.assertAccessible(page);
        page.getByLabel("Budget", new Page.GetByLabelOptions().setExact(true)).fill("12.5k");
        page.getByLabel("Level").selectOption("Gold");
        press(page, "Save");
        assertThat(page.locator(".deal-facts")).containsText("$12,500");
        assertThat(page.locator(".deal-facts")).containsText("Gold");

        page.navigate("/deals");
        page.locator(".filter-more summary").click();
        page.getByLabel("Silver").check();
        page.locator(".filter-panel button").click();
        assertThat(page.locator(".conditions")).containsText("Level Silver");
        assertThat(page.locator(".empty-state")).isVisible();
        page.locator(".conditions a").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.locator(".filter-more summary").click();
        Axe.assertAccessible(page);
    }

    @Test
    void ordersFieldsAndChoicesByKeyboard(Visits visits) {
        long level = FieldFixtures.field(jdbc, RecordKind.DEAL, FieldType.CHOICE, "Level", "Gold", "Silver");
        FieldFixtures.field(jdbc, RecordKind.DEAL, FieldType.TEXT, "Contract");
        Page page = visits.as(admin).open("/settings/fields");
        handle(page, "Contract").focus();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#announcer")).containsText("Contract is now in place 1 of 2.");

        page.navigate("/settings/fields/" + level);
        handle(page, "Silver").focus();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#announcer")).containsText("Silver is now in place 1 of 2.");
        Axe.assertAccessible(page);
    }

    @Test
    void fillsFieldsInOnAPhoneWithoutScripts(Visits visits) {
        FieldFixtures.field(jdbc, RecordKind.ORGANIZATION, FieldType.CHOICES, "Interests", "Support", "Training");
        Page page = visits.as(ani).onPhone().withoutScripts().open("/organizations/new");
        page.getByLabel("Name").fill("PT Maju Jaya");
        page.getByLabel("Training").check();
        press(page, "Save");

        assertThat(page.locator(".facts")).containsText("Training");
        page.navigate("/organizations");
        assertThat(page.locator("tbody tr")).containsText("Training");
    }

    private static Locator handle(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move " + name + ", place"));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
