package app.tahap.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class ReviewJourneyTests {

    @Autowired
    Fixtures fixtures;

    Viewer maya;

    @BeforeEach
    void prepare() {
        List<Stage> stages = fixtures.stages(fixtures.workspace());
        maya = fixtures.user("Maya Sari", Role.MANAGER);
        Viewer ani = fixtures.user("Ani Basuki", Role.REP);
        fixtures.deal("Fifty laptops", stages.get(2), ani, new BigDecimal("9000"), "USD");
        fixtures.deal("Ten printers", stages.get(3), ani, new BigDecimal("5000"), "USD");
        fixtures.deal("Hundred chairs", stages.get(1), ani, null, "USD");
    }

    @Test
    void holdsAMeetingByKeysAlone(Visits visits) {
        Page page = visits.as(maya).open("/reviews/new");
        page.locator("#sorting").focus();
        page.keyboard().type("Largest");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        at(page, "Fifty laptops");
        assertThat(page.locator(".review-progress")).containsText("1 of 3");
        page.setViewportSize(1440, 900);
        for (String needed :
                List.of("h1", ".review-marks", "[data-keys] summary", "#note", "[data-next]", "[data-go-next]")) {
            BoundingBox box = page.locator(needed).boundingBox();
            assertThat(box.y + box.height).as(needed).isLessThan(900);
        }
        Axe.assertAccessibleEverywhere(page);
        page.setViewportSize(1440, 900);

        page.keyboard().press("?");
        assertThat(page.locator(".review-keys dl")).isVisible();
        Axe.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(page.locator(".review-keys dl")).isHidden();

        page.keyboard().press("d");
        page.keyboard().press("ArrowUp"); // from none to the last one before it: something else
        page.keyboard().press("ArrowUp");
        assertThat(page.getByLabel("Needs help")).isChecked();
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        page.keyboard().type("jk: they know the jury");
        assertThat(page.locator("#note")).hasValue("jk: they know the jury");
        page.keyboard().press("Escape");
        page.keyboard().press("j");

        at(page, "Ten printers");
        page.keyboard().press("k");
        at(page, "Fifty laptops");
        assertThat(page.locator("#note")).hasValue("jk: they know the jury");
        assertThat(page.locator(".review-story")).containsText("Maya Sari decided in a review: Needs help");
        page.keyboard().press("ArrowRight");
        at(page, "Ten printers");
        page.keyboard().press("ArrowRight");
        at(page, "Hundred chairs");
        assertThat(page.locator(".review-marks")).containsText("No amount");
        page.keyboard().press("j");

        assertThat(page.locator("h1")).containsText("Review: ");
        assertThat(page.locator(".review-summary")).containsText("3 of 3 deals looked at");
        assertThat(page.locator("#summary-text")).hasValue(Pattern.compile("Needs help"));
        Axe.assertAccessibleEverywhere(page);
        page.getByText("Copy", new Page.GetByTextOptions().setExact(true)).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#announcer")).containsText("Copied");
        page.getByText("End the review").focus();
        page.keyboard().press("Enter");
        page.locator("main form button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).containsText("The review has ended.");
        assertThat(page.locator(".review-line")).containsText("ended on");
    }

    @Test
    void keepsItsKeysToItselfWhereTheyAreSwitchedOff(Visits visits) {
        Page page = visits.as(maya).open("/reviews/new");
        page.locator("main form .btn-primary").click();
        at(page, "Hundred chairs");
        String address = page.url();
        page.keyboard().press("?");
        page.locator("[data-keys-switch]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#announcer")).containsText("Single keys are off.");
        page.reload();
        at(page, "Hundred chairs");
        page.keyboard().press("j");
        page.keyboard().press("?");
        assertThat(page.locator(".review-keys dl")).isHidden();
        assertThat(page.url()).isEqualTo(address);
    }

    @Test
    void goesOnWithoutScriptsOnAPhone(Visits visits) {
        Page page = visits.as(maya).onPhone().withoutScripts().open("/reviews/new");
        page.locator("main form .btn-primary").click();
        page.getByLabel("Chase").check();
        page.getByText("Save and next").click();

        assertThat(page.locator(".review-progress")).containsText("2 of 3");
        page.getByText("Summary", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".review-told")).containsText("Chase");
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    /** On the deal's page, with its keys. */
    private static void at(Page page, String title) {
        assertThat(page.locator("h1")).hasText(title);
        page.locator("[data-keys-switch]:not([hidden])")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }
}
