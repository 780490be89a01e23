package app.tahap.deal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.Finger;
import app.tahap.browser.Visits;
import app.tahap.pipeline.CriterionKind;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stage asks for, by mouse, touch, keyboard and menu, and without scripts. */
class CriteriaJourneyTests extends BoardJourney {

    @BeforeEach
    void ask() {
        CriteriaScene.clear(jdbc);
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.EXPECTED_CLOSE);
        CriteriaScene.requireItem(jdbc, stages.get(0), "Fits us");
        CriteriaScene.advise(jdbc, stages.get(1), CriterionKind.PERSON);
    }

    @Test
    void saysWhereACardMayLandWhileItIsCarriedAndFillsInWhatIsMissing(Visits visits) {
        Page page = visits.as(ani).open("/board");

        pickUp(page, laptops);
        assertThat(landing(page, 1)).containsText("Missing: Expected close, “Fits us”");
        assertThat(landing(page, 2)).containsText("Advised: Person");
        assertThat(page.locator("[data-landing=WON]")).containsText("Missing");
        carry(page, column(page, 1), 0.2);
        page.mouse().up();

        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("What “Fifty laptops” lacks for Lead qualification");
        assertThat(landing(page, 1)).hasCount(0);
        assertThat(page.getByLabel("Expected close (required)")).isFocused();
        Axe.assertAccessible(page);
        page.getByText("Save and move to Lead qualification").click();
        assertThat(page.getByText("Please fill this in.")).isVisible();
        page.getByLabel("Expected close (required)").fill("2026-09-30");
        page.getByLabel("Fits us (required)").check();
        page.getByText("Save and move to Lead qualification").click();

        assertThat(toast(page)).containsText("“Fifty laptops” moved to Lead qualification.");
        assertThat(dialog).hasCount(0);
        assertThat(events(laptops)).containsExactly("CREATED", "AMENDED", "MOVED");
        page.getByText("Undo", new Page.GetByTextOptions().setExact(true)).click();
        assertColumnStored(page, 0, "Forklift", "Fifty laptops", "Ten printers");
    }

    @Test
    void putsTheCardBackWithAWordWhenCancelled(Visits visits) {
        Page page = visits.as(ani).open("/board");

        drag(page, laptops, column(page, 1), 0.2);
        page.getByRole(AriaRole.DIALOG).getByText("Cancel").click();

        assertThat(toast(page)).containsText("“Fifty laptops” stays in Prospecting.");
        assertColumnStored(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(events(laptops)).containsExactly("CREATED");
    }

    @Test
    void tellsWhatIsMissingToThoseWhoUseTheKeys(Visits visits) {
        Page page = visits.as(ani).open("/board");
        Locator title = card(page, laptops).locator(".board-card-title");
        title.focus();

        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#announcer")).containsText("Missing: Expected close, “Fits us”");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Expected close (required)")).isFocused();
        page.keyboard().press("Escape");

        assertThat(page.locator("#announcer")).containsText("“Fifty laptops” stays in Prospecting.");
        assertThat(title).isFocused();
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
    }

    @Test
    void asksByTouchAsWell(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/board");

        Finger finger = new Finger(page).press(card(page, laptops)).hold(450);
        finger.moveBy(0, 20).moveTo(zone(page, "WON")).hold(300).lift();

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("lacks to be won");
        page.getByLabel("Expected close (required)").fill("2026-09-30");
        page.getByLabel("Fits us (required)").check();
        page.getByText("Save and mark as won").click();
        assertThat(toast(page)).containsText("is won");
        assertThat(events(laptops)).containsExactly("CREATED", "AMENDED", "WON");
    }

    @Test
    void letsAManagerGoOnFromTheMenuWithAReason(Visits visits) {
        Viewer maya = fixtures.user("Maya", Role.MANAGER);
        Page page = visits.as(maya).open("/board");

        card(page, laptops).hover();
        card(page, laptops).locator("[data-move-menu]").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Missing: Expected close, “Fits us”");
        dialog.locator(".move-stage").nth(1).click();
        dialog.getByText("Go on without what is required").click();
        page.getByLabel("Reason").fill("Signed on paper");
        page.getByText("Move to Lead qualification nevertheless").click();

        assertThat(toast(page)).containsText("moved to Lead qualification");
        page.navigate("/deals/" + laptops);
        assertThat(page.locator("#history"))
                .containsText("Without what is required: Expected close, “Fits us”. Reason: Signed on paper");
        page.navigate("/dashboard");
        page.locator("#table-exceptions a").first().click();
        assertThat(page.getByText("Signed on paper")).isVisible();
    }

    @Test
    void asksOnAPageOfItsOwnWithoutScripts(Visits visits) {
        Page page = visits.as(ani).withoutScripts().open("/deals/" + laptops);

        page.locator("#stages button").nth(1).click();
        assertThat(page.getByRole(AriaRole.HEADING).first())
                .hasText("What “Fifty laptops” lacks for Lead qualification");
        page.getByLabel("Expected close (required)").fill("2026-09-30");
        page.getByLabel("Fits us (required)").check();
        page.getByText("Save and move to Lead qualification").click();

        assertThat(page.locator(".notice")).containsText("moved to Lead qualification");
        assertThat(page).hasURL(Pattern.compile("/deals/" + laptops + "$"));
    }

    @Test
    void ratesAndLogsAContactOverTheBoardForTwoStagesAtOnce(Visits visits) {
        CriteriaScene.require(jdbc, stages.get(0), CriterionKind.QUALIFICATION);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.QUALIFICATION);
        CriteriaScene.require(jdbc, stages.get(1), CriterionKind.CONTACT);
        CriteriaScene.advise(jdbc, stages.get(1), CriterionKind.PROPOSAL);
        Page page = visits.as(ani).open("/board");

        drag(page, laptops, column(page, 2), 0.2);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Asked for by: Prospecting, Lead qualification");
        page.getByLabel("Expected close (required)").fill("2026-09-30");
        page.getByLabel("Fits us (required)").check();
        rating(page, "Budget").selectOption("3");
        rating(page, "Need").selectOption("2");
        page.getByLabel("What came of it").fill("They want a demo");
        page.getByText("Save and move to Initial contact").click();
        assertThat(page.getByText("Please choose a kind.")).isVisible();
        assertThat(rating(page, "Budget")).hasValue("3");
        assertThat(rating(page, "Authority")).isFocused();
        Axe.assertAccessible(page);
        rating(page, "Authority").selectOption("1");
        rating(page, "Timeline").selectOption("3");
        page.getByLabel("How you were in touch").selectOption("Call");
        Page proposal = page.waitForPopup(
                () -> page.getByText("Proposal sent (advised)").click());
        assertThat(proposal).hasURL(Pattern.compile("/deals/" + laptops));
        jdbc.sql("update deal set version = version + 1 where id = :id")
                .param("id", laptops)
                .update();
        page.getByText("Save and move to Initial contact").click();
        assertThat(dialog).containsText("The deal has changed meanwhile");
        assertThat(page.getByLabel("What came of it")).hasValue("They want a demo");
        page.getByText("Save and move to Initial contact").click();

        assertThat(toast(page)).containsText("“Fifty laptops” moved to Initial contact.");
        assertThat(dialog).hasCount(0);
        assertThat(events(laptops)).containsExactly("CREATED", "AMENDED", "MOVED");
        page.navigate("/deals/" + laptops);
        assertThat(page.locator("#history")).containsText("Ani Basuki logged: In touch with the customer (Call)");
        assertThat(page.locator("#history")).containsText("They want a demo");
        assertThat(page.locator("#history")).containsText("Ani Basuki rated Authority: Unknown → Contact has no say");
    }

    @Test
    void ticksTheChecklistOnTheDeal(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + laptops);
        page.getByLabel("Note").fill("Half a thought");

        Locator item = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Fits us"));
        item.click();
        assertThat(item).isChecked();
        assertThat(page.locator("#history")).containsText("Ani Basuki ticked “Fits us”");
        assertThat(page.getByLabel("Note")).hasValue("Half a thought");
        Axe.assertAccessible(page);
        item.press("Space");
        assertThat(item).not().isChecked();
    }

    @Test
    void letsNothingRunThatStandsInAGuidance(Visits visits) {
        jdbc.sql("update stage_guidance set text = :text")
                .param("text", "### Ask\n\n<script>window.ran = true</script><img src=x onerror='window.ran = true'>")
                .update();
        Page page = visits.as(ani).open("/deals/" + laptops);

        assertThat(page.locator(".guidance h3")).hasText("Ask");
        assertThat(page.evaluate("window.ran === undefined")).isEqualTo(true);
    }

    private Locator landing(Page page, int stage) {
        return page.locator("[data-landing=\"" + stages.get(stage).id() + "\"]");
    }

    private static Locator rating(Page page, String criterion) {
        return page.getByLabel(criterion, new Page.GetByLabelOptions().setExact(true));
    }
}
