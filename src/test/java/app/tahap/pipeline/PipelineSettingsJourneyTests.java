package app.tahap.pipeline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator shapes a pipeline in a browser. */
@JourneyTest
class PipelineSettingsJourneyTests {

    @Autowired
    Fixtures fixtures;

    Viewer ani;
    Pipeline sales;
    List<Stage> stages;
    String settings;

    @BeforeEach
    void prepare() {
        sales = fixtures.workspace();
        stages = fixtures.stages(sales);
        ani = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        settings = "/settings/pipelines/" + sales.id();
    }

    @Test
    void ordersStagesByKeyboard(Visits visits) {
        Page page = visits.as(ani).open(settings);
        handle(page, "Closing").focus();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#announcer")).containsText("Closing is now in place 6 of 7.");
        assertThat(handle(page, "Closing")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#announcer")).containsText("Closing is now in place 5 of 7.");

        page.reload();
        expectOrder(page, "Needs assessment", "Closing", "Proposal/quote", "Negotiation");
    }

    @Test
    void setsExitCriteriaAndSeesHowGuidanceWillLook(Visits visits) {
        Page page = visits.as(ani).open("/settings/stages/" + stages.get(2).id());
        page.getByLabel("In English").fill("### Listen\n- **first**");
        page.getByText("Preview").click();
        assertThat(page.locator("#guidance-preview h3").first()).hasText("Listen");
        assertThat(page.locator("#guidance-preview li strong").first()).hasText("first");

        page.getByText("Exit criteria: what a deal needs").click();
        page.getByLabel("Required: Amount").check();
        page.getByLabel("Item 2", new Page.GetByLabelOptions().setExact(true)).fill("Budget confirmed");
        page.getByLabel("Item 2: required or advised").selectOption("REQUIRED");
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".notice")).isVisible();
        assertThat(page.getByLabel("Required: Amount")).isChecked();
        page.navigate(settings);
        assertThat(page.locator("#stage-" + stages.get(2).id())).containsText("2 required");
    }

    @Test
    void ordersStagesByDragging(Visits visits) {
        Page page = visits.as(ani).open(settings);
        drag(page, "Closing", "Lead qualification");
        assertThat(page.locator("#announcer")).containsText("Closing is now in place 2 of 7.");

        page.reload();
        expectOrder(page, "Prospecting", "Closing", "Lead qualification");
    }

    @Test
    void ordersStagesWithoutScripts(Visits visits) {
        Page page = visits.as(ani).withoutScripts().open(settings);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move Closing up"))
                .click();

        expectOrder(page, "Proposal/quote", "Closing", "Negotiation");
    }

    @Test
    void putsARowBackWhereTheConnectionIsLost(Visits visits) {
        Page page = visits.as(ani).open(settings);
        page.context().setOffline(true);
        drag(page, "Closing", "Lead qualification");

        assertThat(page.locator("#toasts")).containsText("the order was not saved");
        expectOrder(page, "Negotiation", "Closing");
    }

    @Test
    void removesAStageAndFindsItsDealsWhereTheyWent(Visits visits) {
        long deal = fixtures.deal("Fifty laptops", stages.get(3), ani);
        Page page = visits.as(ani).open(settings);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Remove Needs assessment"))
                .click();
        page.getByLabel("Move its deals to").selectOption("Proposal/quote");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove stage"))
                .click();
        assertThat(page.getByText("“Needs assessment” is removed")).isVisible();

        page.navigate("/board");
        assertThat(page.locator("[data-column='" + stages.get(4).id() + "']")).containsText("Fifty laptops");
        assertThat(page.locator("[data-column]")).hasCount(6);
        page.navigate("/deals/" + deal);
        assertThat(page.locator(".timeline").first())
                .containsText("Ani Basuki reshaped the pipeline: from Needs assessment to Proposal/quote");
    }

    /** The form stays where it is, since the browser answers nothing while it waits for the next page. */
    @Test
    void saysThatARemovalIsUnderWayAndCanBeAskedForOnce(Visits visits) {
        Page page = visits.as(ani).open("/settings/stages/" + stages.get(3).id() + "/removal");
        page.evaluate("document.addEventListener('submit', event => event.preventDefault())");
        Locator button = page.locator("main form .btn-danger");
        button.click();

        assertThat(button).isDisabled();
        assertThat(button).hasText("Removing the stage…");
        assertThat(page.locator("#announcer")).containsText("Removing the stage…");
    }

    /** Onto another row, whose place it takes before it is let go. */
    private static void drag(Page page, String stage, String onto) {
        page.setViewportSize(1280, 1600); // both rows are in sight
        handle(page, stage).hover();
        page.mouse().down();
        BoundingBox target = row(page, onto).boundingBox();
        page.mouse().move(target.x + 60, target.y + target.height / 2, new Mouse.MoveOptions().setSteps(20));
        expectOrder(page, stage, onto);
        page.mouse().up();
    }

    private static Locator handle(Page page, String stage) {
        return row(page, stage).locator("[data-handle]");
    }

    private static Locator row(Page page, String stage) {
        return page.locator("[data-row][data-name='" + stage + "']");
    }

    /** The stages stand one below the other, in this order. */
    private static void expectOrder(Page page, String... names) {
        for (int i = 1; i < names.length; i++) {
            assertThat(page.locator("[data-name='" + names[i - 1] + "'] + [data-name='" + names[i] + "']"))
                    .hasCount(1);
        }
    }
}
