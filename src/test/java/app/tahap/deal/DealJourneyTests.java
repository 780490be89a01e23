package app.tahap.deal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import app.tahap.contact.Organizations;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@JourneyTest
class DealJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    @Test
    void carriesADealThroughItsLife(Visits visits) {
        Page page = visits.as(ani).open("/deals/new");
        page.getByLabel("Title").fill("Fifty laptops");
        page.getByLabel("Amount").fill("25,000");
        page.getByLabel("Organisation").fill("PT Maju Jaya");
        press(page, "Save");
        assertThat(heading(page)).hasText("Fifty laptops");
        assertThat(page.locator(".deal-amount")).hasText("$25,000");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit"))
                .click();
        page.getByLabel("Amount").fill("24,500.50");
        press(page, "Save");
        assertThat(history(page)).containsText("Ani Basuki changed the deal’s details");
        assertThat(history(page)).containsText("25,000 → 24,500.5");

        page.getByLabel("Note").fill("They <b>called</b> 😀");
        press(page, "Add note");
        assertThat(history(page)).containsText("They <b>called</b> 😀");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Lost").setExact(true))
                .click();
        press(page, "Mark as lost");
        assertThat(page.locator(".field-error")).hasText("Please choose a reason.");
        page.getByLabel("Reason").selectOption("Price");
        press(page, "Mark as lost");
        assertThat(page.locator(".deal-state")).containsText("Lost");
        assertThat(history(page)).containsText("Price");

        press(page, "Reopen");
        assertThat(page.locator(".deal-state")).containsText("Open");
        history(page).getByText("Undo").first().click();
        assertThat(page.locator(".deal-state")).containsText("Lost");
        assertThat(history(page)).containsText("Ani Basuki took the last change back");
        Axe.assertAccessible(page);
    }

    @Test
    void findsADeletedDealAgainAndRestoresIt(Visits visits) {
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        Page page = visits.as(ani).open("/deals/" + deal);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delete"))
                .click();
        assertThat(heading(page)).hasText("Delete “Fifty laptops”?");
        press(page, "Delete");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("was deleted");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Deleted deals"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fifty laptops"))
                .click();
        Axe.assertAccessible(page);
        press(page, "Restore");

        assertThat(history(page)).containsText("Ani Basuki restored it");
        page.navigate("/deals");
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void beginsAtTheFirstFieldThatIsToBeCorrected(Visits visits) {
        organizations.findOrCreate("PT Maju Jaya");
        Page page = visits.as(ani).open("/deals/new");
        page.getByLabel("Amount").fill("many");
        page.getByLabel("Organisation").fill("Maju Jaya");
        press(page, "Save");
        assertThat(page.getByLabel("Title")).isFocused();
        Axe.assertAccessibleEverywhere(page);

        page.getByLabel("Title").fill("Fifty laptops");
        page.getByLabel("Organisation").fill("Maju Jaya");
        press(page, "Save");
        assertThat(page.getByLabel("Amount")).isFocused();

        page.getByLabel("Amount").fill("500");
        page.route(
                "**/organizations/suggestions**",
                Route::fulfill); // with nothing: nobody is told before the server asks
        page.getByLabel("Organisation").fill("Maju Jya");
        page.locator(".duplicates").evaluateAll("all => all.forEach(one => one.remove())");
        press(page, "Save");
        assertThat(page.getByLabel("Organisation")).isFocused();
    }

    @Test
    void offersTheOrganizationThatAMisspelledNameMeans(Visits visits) {
        organizations.findOrCreate("PT Maju Jaya");
        Page page = visits.as(ani).open("/deals/new");
        page.getByLabel("Title").fill("Fifty laptops");
        Locator organization = page.getByLabel("Organisation");

        organization.pressSequentially("Maju Jya");
        assertThat(page.locator("#organization-near")).containsText("Possible duplicate");
        Axe.assertAccessible(page);
        page.locator("#organization-near").getByText("PT Maju Jaya").click();
        assertThat(organization).hasValue("PT Maju Jaya");
        assertThat(page.locator("#organization-near")).isEmpty();
        press(page, "Save");

        assertThat(heading(page)).hasText("Fifty laptops");
        assertThat(count("organization")).isEqualTo(1);
    }

    @Test
    void worksWithoutScripts(Visits visits) {
        organizations.findOrCreate("PT Maju Jaya");
        Page page = visits.as(ani).withoutScripts().open("/deals/new");
        page.locator("#organization").fill("Maju Jaya");
        press(page, "Save");
        assertThat(page.locator("#title-error")).hasText("Please give the deal a title.");
        assertThat(page.locator("#organization-near")).containsText("Possible duplicate");

        page.locator("#title").fill("Fifty laptops");
        page.locator("#organization").fill("PT Maju Jaya");
        press(page, "Save");
        assertThat(heading(page)).hasText("Fifty laptops");
        assertThat(count("organization")).isEqualTo(1);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit"))
                .click();
        page.locator("#title").fill("Sixty laptops");
        press(page, "Save");
        assertThat(heading(page)).hasText("Sixty laptops");
    }

    @Test
    void tellsWhoSavesSecondWhatTheFirstChanged(Visits visits) {
        long deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
        Page first = visits.as(fixtures.user("Budi Santoso", Role.REP)).open("/deals/" + deal + "/edit");
        Page second = visits.as(ani).open("/deals/" + deal + "/edit");

        first.getByLabel("Title").fill("Sixty laptops");
        press(first, "Save");
        assertThat(heading(first)).hasText("Sixty laptops");
        second.getByLabel("Title").fill("Seventy laptops");
        press(second, "Save");

        assertThat(second.getByRole(AriaRole.ALERT)).containsText("Budi Santoso has meanwhile changed “Sixty laptops”");
        assertThat(second.getByRole(AriaRole.ALERT)).containsText("Seventy laptops");
        assertThat(second.getByLabel("Title")).hasValue("Seventy laptops");
        Axe.assertAccessibleEverywhere(second);
        press(second, "Save");
        assertThat(heading(second)).hasText("Seventy laptops");
    }

    @Test
    void exportsTheListWhileTheSessionIsKept(Visits visits) throws IOException {
        fixtures.deal("Fifty laptops", stages.get(0), ani);
        Page page = visits.as(ani).open("/deals?text=laptops");

        Download download =
                page.waitForDownload(() -> page.getByText("Export CSV").click());

        assertThat(Files.readString(download.path())).contains("Fifty laptops");
    }

    @Test
    void showsFaultsInAFilterWhereEverybodyFindsThem(Visits visits) {
        Page page = visits.as(ani).inIndonesian().onPhone().open("/deals?amountMin=banyak");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nilai minimum: banyak");
        Axe.assertAccessible(page);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Locator history(Page page) {
        return page.locator(".deal-timeline");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
