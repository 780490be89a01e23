package app.tahap.playbook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class PlaybookJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TestJobs jobs;

    Viewer admin;
    Viewer ani;
    List<Stage> stages;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void plansACallForADealThatARepDragged(Visits visits) {
        Page page = visits.as(admin).open("/settings/playbooks");
        page.getByText("New playbook").first().click();
        page.getByLabel("Name").fill("First call");
        for (String field : List.of("#stage", "#days", "#pipeline", "[name=takesPast]")) {
            assertThat(page.locator(field)).isHidden();
        }
        page.getByLabel("What sets it off").selectOption("STAYED");
        assertThat(page.locator("#pipeline")).isHidden();
        page.locator("#days").fill("soon"); // and not sent, where it is not needed
        page.getByLabel("What sets it off").selectOption("WON");
        assertThat(page.locator("#stage")).isHidden();
        assertThat(page.locator("#pipeline")).isVisible();
        page.getByLabel("What sets it off").selectOption(new SelectOption().setLabel("A deal enters a stage"));
        assertThat(page.locator("#days")).isHidden();
        press(page, "Save");
        assertThat(page.locator("#stage-error")).hasText("Please choose a stage that is in use.");
        assertThat(page.getByLabel("Name")).hasValue("First call");
        Axe.assertAccessible(page);
        page.locator("#stage").selectOption(Long.toString(stages.get(1).id()));
        press(page, "Save");
        assertThat(page.locator(".notice")).containsText("“First call” is made, and still off.");
        addAction(page);
        page.locator("[aria-labelledby=actions-title] .settings-row-actions button")
                .click();
        press(page, "Undo");
        assertThat(page.locator(".notice")).containsText("The action is back.");
        assertThat(page.locator("main")).containsText("Call about {{deal.title}}");
        press(page, "Switch on");
        assertThat(page.locator(".notice")).containsText("“First call” is on.");
        Axe.assertAccessibleEverywhere(page);

        Page board = visits.as(ani).open("/board");
        drag(board, board.locator("[data-column=\"" + stages.get(1).id() + "\"]"));
        assertThat(board.locator("#toasts")).containsText("“Fifty laptops” moved to Lead qualification.");
        jobs.doWhatIsDue();

        board.navigate("/my-day");
        assertThat(board.locator("main")).containsText("Call about Fifty laptops");
        board.navigate("/deals/" + deal);
        assertThat(board.locator(".deal-timeline"))
                .containsText("Playbook “First call” planned for Ani Basuki: Call “Call about Fifty laptops”");
        page.reload();
        assertThat(page.locator("[aria-labelledby=runs-title]")).containsText("Fifty laptops");
        assertThat(page.locator("[aria-labelledby=runs-title]")).containsText("done");
    }

    private static void addAction(Page page) {
        press(page, "Add an action");
        page.getByLabel("Subject").fill("Call about {{deal.name}}");
        press(page, "Add an action");
        assertThat(page.locator("#text-error")).hasText("There is no placeholder {{deal.name}}.");
        page.getByLabel("Subject").fill("Call about {{deal.title}}");
        press(page, "Add an action");
        assertThat(page.locator("main")).containsText("Call “Call about {{deal.title}}”, due the day after");
    }

    private void drag(Page board, Locator to) {
        BoundingBox card = board.locator("#deal-" + deal).boundingBox();
        BoundingBox column = to.boundingBox();
        board.mouse().move(card.x + 30, card.y + card.height / 2);
        board.mouse().down();
        board.mouse().move(card.x + 40, card.y + card.height / 2 + 8, new Mouse.MoveOptions().setSteps(3));
        board.mouse().move(column.x + column.width / 2, column.y + 20, new Mouse.MoveOptions().setSteps(12));
        board.waitForTimeout(200); // Sortable looks every 50 ms where the pointer is
        board.mouse().move(column.x + column.width / 2, column.y + 30, new Mouse.MoveOptions().setSteps(3));
        board.waitForTimeout(200);
        board.mouse().up();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
