package app.tahap.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file of another system becomes deals on the board. */
@JourneyTest
class ImportJourneyTests {

    private static final String FILE = """
            Code;Title;Stage;Owner;Amount;Created
            A1;Rooftop;Prospecting;Sri Wahyuni;1.500,50;31/12/2025
            A2;Pump;Negotiation;Sri Wahyuni;200;15/01/2026
            A3;Cable;Negotiation;Sri Wahyuni;a lot;16/01/2026
            """;

    private static final String RECORDS = """
            Deal,Objection,What the customer says,Raised
            Rooftop,Price,Too dear,02/01/2026
            Pump,Timing,Not now,03/01/2026
            Windmill,Price,Too dear,03/01/2026
            """;

    @Autowired
    Fixtures fixtures;

    Viewer manager;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        manager = fixtures.user("Sri Wahyuni", Role.MANAGER);
    }

    @Test
    void bringsDealsInStepByStep(Visits visits) throws IOException {
        Page page = visits.as(manager).open("/imports/new");
        bringIn(page, true);

        Download refused =
                page.waitForDownload(() -> page.locator("a[download]").click());
        assertThat(Files.readString(refused.path())).contains("Cable", "a lot").doesNotContain("Rooftop");
        page.navigate("/board");
        assertThat(page.locator("[data-card]")).hasCount(2);
        assertThat(page.locator("[data-card]").filter(new Locator.FilterOptions().setHasText("Rooftop")))
                .containsText("1,500.50");
    }

    @Test
    void takesAnImportBackAndRestoresIt(Visits visits) {
        Page page = visits.as(manager).open("/imports/new");
        bringIn(page, false);
        String result = page.url();

        page.locator("a[href$='/taking-back']").click();
        assertThat(page.locator("h1")).hasText("Take this import back?");
        assertThat(page.locator("main")).containsText("2 deals will be deleted.");
        Axe.assertAccessibleEverywhere(page);
        page.locator("form[action$='/taking-back'] button").click();

        assertThat(page).hasURL(result);
        assertThat(page.locator("main")).containsText("2 of its deals are deleted.");
        Axe.assertAccessibleEverywhere(page);
        page.navigate("/board");
        assertThat(page.locator("[data-card]")).hasCount(0);
        page.navigate(result);
        page.locator("form[action$='/restoration'] button").click();
        assertThat(page.locator("a[href$='/taking-back']")).isVisible();
        page.navigate("/board");
        assertThat(page.locator("[data-card]")).hasCount(2);
    }

    @Test
    void createsNothingTwice(Visits visits) {
        Page page = visits.as(manager).open("/imports/new");
        bringIn(page, false);
        page.navigate("/imports/new");
        upload(page);
        goOn(page);
        goOn(page);
        goOn(page);
        assertThat(page.locator("main")).containsText("already there");
        page.navigate("/board");
        assertThat(page.locator("[data-card]")).hasCount(2);
    }

    @Test
    void worksWithoutScripts(Visits visits) {
        Page page = visits.as(manager).withoutScripts().open("/imports/new");
        upload(page);
        assertThat(page.locator("main")).containsText("Rooftop");
        goOn(page);
        assertThat(page).hasURL(Pattern.compile("/columns$"));
    }

    /** What was exported fits as it is; a row that does not is handed out. All of it can be taken back. */
    @Test
    void bringsInWhatBelongsToDeals(Visits visits) throws IOException {
        Page page = visits.as(manager).open("/imports/new");
        bringIn(page, false);
        page.navigate("/imports");
        page.locator("a[href='/imports/records/new']").click();
        page.locator("main button.btn-primary").click();
        assertThat(page.locator("#kind-error")).isVisible();
        Axe.assertAccessibleEverywhere(page);
        page.locator("input[value='objections']").check();
        page.locator("#file")
                .setInputFiles(new FilePayload("told.csv", "text/csv", RECORDS.getBytes(StandardCharsets.UTF_8)));
        page.locator("main button.btn-primary").click();

        assertThat(page.locator(".import-counts")).containsText("2");
        assertThat(page.locator("main")).containsText("There is no deal called “Windmill” that you may see.");
        assertThat(page.locator(".alert-warning")).containsText("month, day, year");
        Axe.assertAccessibleEverywhere(page);
        page.locator("#dates").selectOption("DMY");
        page.locator(".import-format button").click();
        assertThat(page.locator(".alert-warning")).containsText("day, month, year");
        page.locator("form[action$='/run'] button").click();

        assertThat(page.locator("h1")).hasText("The import is finished");
        Axe.assertAccessibleEverywhere(page);
        Download refused =
                page.waitForDownload(() -> page.locator("a[download]").click());
        assertThat(Files.readString(refused.path())).contains("Windmill").doesNotContain("Rooftop");
        page.locator("a[href$='/taking-back']").click();
        assertThat(page.locator("main")).containsText("2 will be deleted.");
        Axe.assertAccessibleEverywhere(page);
        page.locator("form[action$='/taking-back'] button").click();
        assertThat(page.locator("h1")).hasText("The import was taken back");
        Axe.assertAccessibleEverywhere(page);
        page.navigate("/deals?text=Rooftop");
        page.locator("main a[href^='/deals/']")
                .filter(new Locator.FilterOptions().setHasText("Rooftop"))
                .first()
                .click();
        assertThat(page.locator("main")).containsText("imported objections from told.csv: 1");
        assertThat(page.locator("main")).containsText("took back an import of objections from told.csv: 1");
    }

    private static void bringIn(Page page, boolean check) {
        upload(page);
        assertThat(page.locator("main")).containsText("Rooftop");
        axe(page, check);
        goOn(page);
        assertThat(page).hasURL(Pattern.compile("/columns$"));
        axe(page, check);
        goOn(page);
        assertThat(page).hasURL(Pattern.compile("/values$"));
        axe(page, check);
        goOn(page);
        page.locator("form[action$='/run']").waitFor();
        axe(page, check);
        page.locator("form[action$='/run'] button").click();
        page.locator("a[href*='imported=']").first().waitFor();
        axe(page, check);
    }

    private static void axe(Page page, boolean check) {
        if (check) {
            Axe.assertAccessibleEverywhere(page);
        }
    }

    private static void upload(Page page) {
        page.locator("#file")
                .setInputFiles(new FilePayload("deals.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        goOn(page);
    }

    private static void goOn(Page page) {
        page.locator("main button.btn-primary").first().click();
    }
}
