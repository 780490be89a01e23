package app.tahap.deal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.browser.Visits;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The board with JavaScript switched off: every change has a page and a form of its own. */
class BoardFormJourneyTests extends BoardJourney {

    @Test
    void movesACardByAFormAndTakesItBack(Visits visits) {
        Page page = visits.as(ani).withoutScripts().open("/board");

        card(page, laptops).getByLabel("Move “Fifty laptops” to…").click();
        page.getByText("Lead qualification", exactly()).click();

        assertThat(page.locator(".notice")).containsText("“Fifty laptops” moved to Lead qualification.");
        assertColumn(page, 1, "Fifty laptops", "Service contract");
        assertThat(head(page, 1)).containsText("2 deals");

        page.getByText("Undo", exactly()).click();
        assertColumnStored(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(events(laptops)).containsExactly("CREATED", "MOVED", "UNDONE");
    }

    @Test
    void losesADealWithAReason(Visits visits) {
        Page page = visits.as(ani).withoutScripts().open("/deals/" + laptops + "/stage");

        page.getByText("Lost", exactly()).click();
        page.getByText("Mark as lost").click();
        assertThat(page.getByText("Please choose a reason.")).isVisible();
        page.getByLabel("Reason").selectOption(Long.toString(fixtures.reason("LOST")));
        page.getByText("Mark as lost").click();

        assertThat(page.locator(".notice")).containsText("was marked as lost");
        assertColumn(page, 0, "Forklift", "Ten printers");
    }

    @Test
    void winsParksAndReordersByForms(Visits visits) {
        Page page = visits.as(ani).withoutScripts().open("/deals/" + laptops + "/stage");
        page.getByText("To the top", exactly()).click();
        assertColumn(page, 0, "Fifty laptops", "Forklift", "Ten printers");

        page.navigate("/deals/" + laptops + "/stage");
        page.getByText("Parked until…", exactly()).click();
        page.getByLabel("Until").fill("2026-06-01");
        page.getByText("Park", exactly()).click();
        assertThat(page.locator(".notice")).containsText("is parked until");

        page.navigate("/deals/" + forklift + "/stage");
        page.getByText("Won", exactly()).click();
        assertThat(page.locator(".notice")).containsText("is won");
        assertColumn(page, 0, "Ten printers");
    }

    @Test
    void filtersAndListsWhatTheBoardDoesNotShow(Visits visits) {
        for (int i = 0; i < 20; i++) {
            fixtures.deal("Printer " + i, stages.get(0), ani);
        }
        Page page = visits.as(ani).withoutScripts().open("/board");
        page.getByLabel("Search deals").fill("printer");
        page.locator(".deal-filter > .btn-primary").click();
        assertThat(head(page, 0)).containsText("21 deals");

        page.getByText("Show more (15 of 21 shown)").click();

        assertThat(page.getByText("21 deals")).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Ten printers");
        assertThat(page.getByRole(AriaRole.TABLE)).not().containsText("Fifty laptops");
    }

    @Test
    void addsADealByTheFullForm(Visits visits) {
        Page page = visits.as(ani).withoutScripts().open("/board");
        page.getByLabel("Add deal to Lead qualification").click();

        assertThat(page.getByLabel("Stage"))
                .hasValue(Long.toString(stages.get(1).id()));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
