package app.tahap.activity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class ActivityJourneyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    @Autowired
    Fixtures fixtures;

    @Autowired
    Activities activities;

    @Autowired
    ActivityKinds kinds;

    Viewer ani;
    List<Stage> stages;
    long deal;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void carriesAnActivityFromThePlanToTheHistory(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal);
        Locator panel = page.locator("#activities");
        assertThat(panel).containsText("Nothing is planned. What is next?");
        panel.getByLabel("What is to be done").fill("Call the director");
        press(panel, "Plan");
        assertThat(panel).containsText("Call the director");
        assertThat(panel).containsText("Tomorrow");
        Axe.assertAccessible(page);

        page.navigate("/board");
        assertThat(page.locator("#deal-" + deal)).containsText("Tomorrow Call the director");
        page.navigate("/deals/" + deal);
        panel.getByText("With a note").click();
        panel.getByLabel("What came of it").fill("She agrees");
        panel.getByLabel("Done: Call the director").click();
        assertThat(page.locator("h1")).hasText("What is next?");
        assertThat(page.locator(".notice")).containsText("“Call the director” is done.");
        Axe.assertAccessible(page);
        page.getByLabel("Subject").fill("Send the contract");
        press(page.locator("main"), "Plan");

        assertThat(panel).containsText("Send the contract");
        assertThat(page.locator(".deal-timeline")).containsText("Ani Basuki has done: Call the director (Call)");
        assertThat(page.locator(".deal-timeline")).containsText("She agrees");
    }

    @Test
    void worksThroughTheDayByKeysInPlace(Visits visits) {
        plan("Call them", TODAY, LocalTime.of(9, 0));
        Page page = visits.as(ani).open("/my-day");
        assertThat(page.locator("#day-OVERDUE")).containsText("Overdue 1");
        Axe.assertAccessibleEverywhere(page);

        page.getByLabel("Done: Call them").focus();
        page.keyboard().press("Enter");
        Locator subject = page.locator("[data-next]");
        assertThat(subject).isFocused();
        assertThat(page.locator("#announcer")).containsText("“Call them” is done.");
        page.keyboard().type("Send the offer");
        page.keyboard().press("Enter");
        assertThat(page.locator("#day-UPCOMING")).containsText("Next 7 days 1");
        assertThat(page.locator("main")).containsText("Send the offer");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/my-day$"));
    }

    @Test
    void putsOffAndTakesBackOnAPhone(Visits visits) {
        plan("Call them", TODAY, null);
        Page page = visits.as(ani).inIndonesian().onPhone().open("/my-day");
        assertThat(page.locator("h1")).hasText("Hari saya");
        Axe.assertAccessible(page);
        Locator row = page.locator(".activity");
        press(row, "Besok");
        assertThat(page.locator("#day-UPCOMING")).containsText("1");
        assertThat(row).containsText("Besok");

        row.getByLabel("Selesai: Call them").click();
        assertThat(page.locator(".day-next")).containsText("Apa berikutnya?");
        press(page.locator(".notice"), "Urungkan");
        assertThat(page.locator(".activity")).containsText("Call them");
        org.assertj.core.api.Assertions.assertThat(
                        (Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
    }

    @Test
    void worksWithoutScripts(Visits visits) {
        plan("Call them", TODAY, null);
        Page page = visits.as(ani).withoutScripts().open("/my-day");
        press(page.locator(".activity"), "Tomorrow");
        assertThat(page.locator("#day-UPCOMING")).containsText("Next 7 days");
        page.getByLabel("Done: Call them").click();
        assertThat(page.locator(".day-next")).containsText("Nothing is planned about “Fifty laptops”.");
        page.locator(".day-next [name=subject]").fill("Send the offer");
        press(page.locator(".day-next"), "Plan");
        assertThat(page.locator(".activity")).containsText("Send the offer");

        page.locator("#deal").fill("Sixty laptops");
        page.locator("#subject").fill("Visit them");
        page.locator("form:has(#deal) button").click();
        assertThat(page.locator("#deal-error")).containsText("no open deal of this title");
        assertThat(page.locator("#subject")).hasValue("Visit them");
        page.locator("#deal").fill("Fifty laptops");
        page.locator("form:has(#deal) button").click();
        assertThat(page.locator(".activity")).hasCount(2);
    }

    @Test
    void offersDealsWhileOneIsTyped(Visits visits) {
        Page page = visits.as(ani).open("/my-day");
        page.locator("#deal").pressSequentially("lapt");
        assertThat(page.locator("#deal-list option")).hasCount(1);
    }

    @Test
    void tellsWhoIsLateThatSomebodyElseWasFirst(Visits visits) {
        long planned = plan("Call them", TODAY, null);
        Page page = visits.as(ani).open("/my-day");
        activities.reschedule(planned, TODAY.plusDays(3), 0, ani);

        press(page.locator(".activity"), "Tomorrow");
        assertThat(page.locator("#toasts")).containsText("Somebody else has changed this");
        assertThat(page.locator(".activity")).containsText("Call them");
    }

    @Test
    void showsTheCalendarsAddressOnce(Visits visits) {
        Page page = visits.as(ani).open("/profile");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reminders and calendar"))
                .click();
        page.getByLabel("1 hour before").check();
        press(page.locator("main"), "Save");
        assertThat(page.getByLabel("1 hour before")).isChecked();
        press(page.locator("main"), "Make an address");
        assertThat(page.getByLabel("Secret address"))
                .hasValue(java.util.regex.Pattern.compile("http.*/calendar/.*\\.ics"));
        Axe.assertAccessible(page);
        page.navigate("/profile/calendar");
        assertThat(page.locator("#link")).hasCount(0);
    }

    private long plan(String subject, LocalDate day, @Nullable LocalTime time) {
        ActivityPlan plan = new ActivityPlan(kinds.all().get(0).id(), subject, day, time, null, ani.id());
        return activities.plan(deal, plan, null, ani);
    }

    private static void press(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }
}
