package app.tahap.notification;

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
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@JourneyTest
class NotificationJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    Viewer budi;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        budi = fixtures.user("Budi Santoso", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void ringsAtOnceOnEveryOpenPageOfTheUser(Visits visits) {
        Page first = visits.as(budi).open("/board");
        Page second = visits.as(budi).open("/deals");
        Page other = visits.as(ani).open("/board");
        assertThat(bell(first)).hasAccessibleName("Notifications");

        tell(budi);

        assertThat(bell(first)).hasAccessibleName("Notifications, 1 unread");
        assertThat(bell(second)).hasAccessibleName("Notifications, 1 unread");
        assertThat(first.locator("#announcer")).hasText("New notification");
        assertThat(bell(other)).hasAccessibleName("Notifications");
    }

    @Test
    void unfoldsTheLatestAndLeadsThereByKeyboard(Visits visits) {
        tell(budi);
        Page page = visits.as(budi).open("/board");
        assertThat(bell(page)).hasAccessibleName("Notifications, 1 unread");

        bell(page).focus();
        page.keyboard().press("Enter");
        Locator told = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ani Basuki mentioned you"));
        assertThat(told).isVisible();
        Axe.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(told).isHidden();
        assertThat(bell(page)).isFocused();
        page.keyboard().press("Enter");
        assertThat(told).isVisible();
        page.keyboard().press("Tab");
        assertThat(told).isFocused();
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/deals/" + deal + "$"));
        assertThat(bell(page)).hasAccessibleName("Notifications");
    }

    @Test
    void goesOnWhenTheListeningConnectionWasLost(Visits visits) {
        Page page = visits.as(budi).open("/board");
        assertThat(bell(page)).hasAccessibleName("Notifications");
        int ended = jdbc.sql("""
                        select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
                         where application_name = 'tahap-notifications' and datname = current_database()
                        """).query(Integer.class).single();
        assertThat(ended).isEqualTo(1);

        tell(budi);

        assertThat(bell(page))
                .hasAccessibleName(
                        "Notifications, 1 unread", new LocatorAssertions.HasAccessibleNameOptions().setTimeout(15_000));
    }

    @Test
    void servesWithoutScripts(Visits visits) {
        tell(budi);
        Page page = visits.as(budi).withoutScripts().open("/board");

        bell(page).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mark all as read"))
                .click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Unread").setExact(true))
                .click();

        assertThat(page.getByText("Nothing unread.")).isVisible();
    }

    @Test
    void mentionsAColleagueByKeyboard(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + deal);
        Page colleague = visits.as(budi).open("/board");
        Locator note = page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true));
        note.click();
        note.pressSequentially("Please call, @bu");
        assertThat(page.locator(".mention-list [role=option]")).hasText("Budi Santoso");
        Axe.assertAccessible(page);
        page.keyboard().press("Enter");
        assertThat(note).hasValue("Please call, @Budi Santoso ");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add note"))
                .click();

        assertThat(page.locator(".timeline .mention")).hasText("@Budi Santoso");
        assertThat(bell(colleague)).hasAccessibleName("Notifications, 1 unread");
    }

    private void tell(Viewer viewer) {
        transactions.executeWithoutResult(status -> notifications.send(
                viewer.id(),
                Notification.ofDeal(
                        Topic.MENTION,
                        "deal.mention.told",
                        deal,
                        Argument.of("Ani Basuki"),
                        Argument.of("Fifty laptops"))));
    }

    private static Locator bell(Page page) {
        return page.locator(".bell-link");
    }
}
