package app.tahap.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the invitation of a new rep to the day that rep leaves. */
@JourneyTest
class UserJourneyTests {

    private static final String PASSWORD = "sepeda tua di garasi";

    @Autowired
    Fixtures fixtures;

    @Autowired
    UserRepository users;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;
    Stage stage;

    @BeforeEach
    void prepare() {
        stage = fixtures.stages(fixtures.workspace()).get(0);
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        fixtures.user("Citra Lestari", Role.REP);
    }

    @Test
    void accompaniesARepFromInvitationToDeactivation(Visits visits) {
        Page settings = visits.as(admin).open("/settings/users");
        String link = invite(settings, "Budi Santoso", "budi@example.com");

        Page phone = visits.stranger().onPhone().open(link);
        assertThat(heading(phone)).hasText("Welcome, Budi Santoso");
        Axe.assertAccessible(phone);
        phone.getByLabel("Password").fill("password12345");
        phone.getByText("Set password and log in").click();
        assertThat(phone.locator("#password-error")).containsText("guessed too easily");
        phone.getByLabel("Password").fill(PASSWORD);
        phone.getByText("Set password and log in").click();
        phone.waitForURL("**/board");

        phone.navigate("/profile");
        phone.getByLabel("Language").selectOption("id");
        phone.getByLabel("Dark").check();
        phone.getByText("Save").click();
        assertThat(heading(phone)).hasText("Profil");
        assertThat(phone.locator("html")).hasAttribute("data-bs-theme", "dark");

        Viewer budi = fixtures.viewer(
                users.findByEmail("budi@example.com").orElseThrow().id());
        long deal = fixtures.deal("Fifty laptops", stage, budi);
        fixtures.deal("Ten printers", stage, budi);
        deactivate(settings, budi, "Citra Lestari");
        assertThat(settings.locator(".notice"))
                .containsText("Budi Santoso is deactivated. 2 open deals went to Citra Lestari.");

        phone.navigate("/board");
        assertThat(phone).hasURL(Pattern.compile(".*/login.*"));
        settings.navigate("/deals/" + deal);
        assertThat(settings.locator("main")).containsText("Citra Lestari");
    }

    @Test
    void logsInAgainAfterAForgottenPassword(Visits visits) {
        Page settings = visits.as(admin).open("/settings/users");
        settings.getByText("Citra Lestari").click();
        settings.getByText("Make a link for a new password").click();
        String link = settings.getByLabel("One-time link").inputValue();

        Page page = visits.stranger().withoutScripts().open(link);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByText("Set password and log in").click();
        assertThat(page.locator(".navigation-main")).isVisible();

        Page again = visits.stranger().open("/login");
        again.getByLabel("E-mail").fill("CITRA.lestari@example.com");
        again.getByLabel("Password").fill(PASSWORD);
        again.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        again.waitForURL("**/board");

        assertThat(heading(visits.stranger().open(link))).hasText("This link does not work");
    }

    @Test
    void ordersAndRenamesReasonsByKeyboardAlone(Visits visits) {
        Page page = visits.as(admin).open("/settings/reasons");
        Locator rows = page.locator("[data-order]").first().locator("[data-row]");
        assertThat(rows.first().locator(".settings-row-text")).hasText("Price");

        rows.first().locator("[data-handle]").focus();
        page.keyboard().press("ArrowDown");
        assertThat(rows.nth(1).locator(".settings-row-text")).hasText("Price");
        assertThat(rows.nth(1).locator("[data-handle]")).isFocused();

        rows.first().locator(".settings-row-text").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/settings/lists/**");
        page.locator("input[name=label]").focus();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("Rival");
        page.keyboard().press("Enter");
        assertThat(rows.first().locator(".settings-row-text")).hasText("Rival");
        assertThat(labels()).startsWith("Rival", "Price", "No budget");
    }

    /** The link of a new user, as the button copies it. */
    private static String invite(Page settings, String name, String email) {
        settings.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        settings.getByText("Add a user").click();
        settings.getByLabel("Name").fill(name);
        settings.getByLabel("E-mail").fill(email);
        settings.getByText("Add and make a link").click();
        settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy"))
                .click();
        assertThat(settings.getByText("Copied").first()).isVisible();
        String link = settings.getByLabel("One-time link").inputValue();
        assertThat(settings.evaluate("navigator.clipboard.readText()")).isEqualTo(link);
        Axe.assertAccessible(settings);
        return link;
    }

    private static void deactivate(Page settings, Viewer user, String successor) {
        settings.navigate("/settings/users/" + user.id());
        settings.getByText("Deactivate…").click();
        assertThat(settings.locator("main")).containsText("2 open deals belong to Budi Santoso");
        settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Deactivate"))
                .click();
        assertThat(settings.locator("#successor-error")).isVisible();
        settings.getByLabel("Who takes them over?").selectOption(successor);
        settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Deactivate"))
                .click();
    }

    private List<String> labels() {
        return jdbc.sql("select label from outcome_reason where outcome = 'LOST' order by position, id")
                .query(String.class)
                .list();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
