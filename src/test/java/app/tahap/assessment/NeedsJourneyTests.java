package app.tahap.assessment;

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
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class NeedsJourneyTests {

    private static final Pattern SAVED = Pattern.compile("Saved at .*");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Assessments assessments;

    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(3), ani);
    }

    @Test
    void savesWhileSomebodyTypesAndTellsItOnTheDeal(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal);
        page.getByText("Ask the questions").click();
        question(page, "What troubles").fill("Too slow");
        assertThat(status(page)).hasText(SAVED);
        assertThat(page.locator("[data-need-count]")).hasText("9 of 10 questions are open");

        page.getByText("Done", exactly()).click();

        assertThat(page.locator("#panel-questions")).containsText("Too slow");
        assertThat(page.locator(".deal-timeline"))
                .containsText("Ani Basuki answered a question about the customer’s needs");
        Axe.assertAccessible(page);
    }

    /** On a slow line a page is there before its scripts are. */
    @Test
    void savesWhatWasTypedBeforeTheScriptCame(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal);
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route(Pattern.compile("/js/needs"), held::add);
        page.navigate("/deals/" + deal + "/needs", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        question(page, "What troubles").fill("Too slow");
        page.waitForCondition(() -> !held.isEmpty());

        held.get(0).resume();

        assertThat(status(page)).hasText(SAVED);
    }

    @Test
    void choosesByDigitsAndArrows(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal + "/needs");
        Locator urgency =
                page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(Pattern.compile("How urgent")));
        urgency.getByRole(AriaRole.RADIO).first().focus();
        page.keyboard().press("4");
        assertThat(urgency.getByLabel("4")).isChecked();
        page.keyboard().press("ArrowLeft");
        assertThat(urgency.getByLabel("3")).isChecked();
        assertThat(status(page)).hasText(SAVED);

        Locator matters =
                page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("What matters")));
        matters.getByLabel("Price").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        page.keyboard().press("6");
        assertThat(matters.getByLabel("Quality")).isChecked();
        assertThat(matters.getByLabel("Fit with what is there")).isChecked();
        page.waitForCondition(() -> words().contains("Quality, Fit with what is there"));
        assertThat(words()).containsExactly("Quality, Fit with what is there", "3/5");
        Axe.assertAccessible(page);
    }

    @Test
    void keepsWhatCannotBeSentAndSendsItOnceTheConnectionIsBack(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal + "/needs");
        page.context().setOffline(true);
        question(page, "What troubles").fill("Too slow");
        assertThat(status(page)).containsText("No connection");

        page.context().setOffline(false);

        assertThat(status(page)).hasText(SAVED, new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        assertThat(words()).containsExactly("Too slow");
    }

    @Test
    void bringsBackWhatAnEarlierVisitCouldNotSend(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal + "/needs");
        page.context().setOffline(true);
        question(page, "What troubles").fill("Too slow");
        assertThat(status(page)).containsText("No connection");
        // a page that is left tries once more, and the browser lets it go online for that: so nobody is logged in then
        List<Cookie> session = page.context().cookies();
        page.context().clearCookies();
        page.navigate("about:blank");
        page.context().addCookies(session);
        page.context().setOffline(false);
        assertThat(words()).isEmpty();

        page.navigate("/deals/" + deal + "/needs");

        assertThat(question(page, "What troubles")).hasValue("Too slow");
        assertThat(status(page)).hasText(SAVED);
        assertThat(words()).containsExactly("Too slow");
    }

    @Test
    void showsBothTextsWhereTwoAnswerAtOnce(Visits visits) {
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        Page first = visits.as(budi).open("/deals/" + deal + "/needs");
        Page second = visits.as(ani).open("/deals/" + deal + "/needs");
        question(first, "What troubles").fill("Errors");
        assertThat(status(first)).hasText(SAVED);

        question(second, "What troubles").fill("Slow");
        Locator conflict = second.locator("[data-conflict]");
        assertThat(conflict).containsText("Budi Santoso has answered this meanwhile");
        assertThat(conflict).containsText("Errors");
        Axe.assertAccessible(second);
        conflict.getByText("Keep mine").click();
        assertThat(status(second)).hasText(SAVED);
        assertThat(words()).containsExactly("Slow");

        question(first, "What troubles").fill("Errors, really");
        first.getByText("Take the other one").click();
        assertThat(question(first, "What troubles")).hasValue("Slow");
        assertThat(words()).containsExactly("Slow");
    }

    @Test
    void notesWhatIsSelectedAsAPain(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal + "/needs");
        Locator trouble = question(page, "What troubles");
        trouble.fill("Mostly slow answers, and errors");
        trouble.evaluate("text => text.setSelectionRange(7, 19)");
        page.getByText("Note as pain").nth(1).click();
        assertThat(page.locator("#need-tags .tag-pain")).hasText(Pattern.compile("slow answers.*", Pattern.DOTALL));

        page.getByLabel("Need", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Note another").fill("Save time");
        page.locator("#need-tags")
                .getByText("Add", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#need-tags .tag-need")).hasCount(1);
        page.getByLabel("Remove “slow answers”").click();
        assertThat(page.locator("#need-tags .tag-pain")).hasCount(0);
        Axe.assertAccessible(page);
    }

    @Test
    void worksWithoutScriptsAndOnAPhone(Visits visits) {
        Page page = visits.as(ani).onPhone().withoutScripts().open("/deals/" + deal + "/needs");
        question(page, "What troubles").fill("Too slow");
        page.locator("label.choice", new Page.LocatorOptions().setHasText("This quarter"))
                .click();
        page.getByText("Done", exactly()).click();

        assertThat(page.locator(".notice")).containsText("The answers are saved.");
        assertThat(words()).containsExactly("Too slow", "This quarter");
        page.navigate("/deals/" + deal + "/needs");
        page.locator("#tag-label").fill("Slow response");
        page.locator("#need-tags")
                .getByText("Add", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#need-tags .tag-pain")).hasCount(1);
    }

    private List<String> words() {
        return assessments.load(deal, ani).answered().stream()
                .map(AssessmentView.Item::words)
                .toList();
    }

    private static Locator question(Page page, String name) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    private static Locator status(Page page) {
        return page.locator("[data-status]");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
