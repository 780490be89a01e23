package app.tahap.webform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a form on a website to what a campaign brought in. */
@JourneyTest
class ProspectingJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    Viewer sri;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        sri = fixtures.user("Sri Wahyuni", Role.ADMINISTRATOR);
        fixtures.user("Budi Santoso", Role.REP);
    }

    @Test
    void setsAFormUpAndGetsADealThroughIt(Visits visits) {
        Page settings = visits.as(sri).open("/settings/forms/new");
        settings.locator("#name").fill("Website");
        settings.locator("#titleEnglish").fill("Talk to us");
        settings.locator("#titleIndonesian").fill("Hubungi kami");
        settings.locator("#consentEnglish").fill("I agree to be called.");
        settings.locator("#consentIndonesian").fill("Saya setuju dihubungi.");
        press(settings, "Save");
        assertThat(settings.locator("h1")).hasText("Website");
        Axe.assertAccessibleEverywhere(settings);
        String token =
                jdbc.sql("select token from web_form").query(String.class).single();

        Page form = visits.stranger().open("/forms/" + token + "?lang=en");
        ((TestClock.Turnable) clock).turn(Duration.ofSeconds(5));
        press(form, "Send");
        assertThat(form.locator("#name-error")).hasText("Please tell us your name.");
        assertThat(form.locator("#consent-error")).isVisible();
        Axe.assertAccessibleEverywhere(form);
        form.getByLabel("Your name").fill("Citra Dewi");
        form.getByLabel("E-mail").fill("citra@maju.example");
        form.getByLabel("Company").fill("PT Maju");
        form.getByLabel("Your message").fill("Fifty laptops <b>please</b>");
        form.getByLabel("I agree to be called.").check();
        press(form, "Send");
        assertThat(form.locator("h1")).hasText("Thank you");
        Axe.assertAccessibleEverywhere(form);

        settings.navigate("/deals");
        settings.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("PT Maju – Website"))
                .click();
        assertThat(settings.locator(".deal-timeline")).containsText("Came through the web form “Website”");
        assertThat(settings.locator(".deal-timeline")).containsText("Fifty laptops <b>please</b>");
    }

    @Test
    void takesAnEnquiryWithoutScriptsOnAPhoneInIndonesian(Visits visits) {
        Page settings = visits.as(sri).open("/settings/forms/new");
        settings.locator("#name").fill("Situs");
        settings.locator("#titleEnglish").fill("Talk to us");
        settings.locator("#titleIndonesian").fill("Hubungi kami");
        press(settings, "Save");
        String token =
                jdbc.sql("select token from web_form").query(String.class).single();

        Page form = visits.stranger().onPhone().withoutScripts().open("/forms/" + token + "?lang=id");
        ((TestClock.Turnable) clock).turn(Duration.ofSeconds(5));
        assertThat(form.locator("h1")).hasText("Hubungi kami");
        form.getByLabel("Nama Anda").fill("Citra Dewi");
        form.getByLabel("Email").fill("citra@maju.example");
        press(form, "Kirim");
        assertThat(form.locator("h1")).hasText("Terima kasih");
    }

    @Test
    void tagsAndMovesDealsOfTheListAndTakesTheMoveBack(Visits visits) {
        fixtures.deal("Fifty laptops", stages.get(0), sri);
        fixtures.deal("Ten printers", stages.get(0), sri);
        Page page = visits.as(sri).open("/deals");

        press(page, "Move…");
        assertThat(page.locator(".bulk-count")).containsText("Choose deals first");
        page.getByLabel("Choose “Fifty laptops”").check();
        assertThat(page.locator(".bulk-count")).hasText("1 chosen");
        page.getByLabel("All 2 on this page").check();
        assertThat(page.locator(".bulk-count")).hasText("2 chosen");
        Axe.assertAccessibleEverywhere(page);
        press(page, "Tag…");
        page.getByLabel("More tags").fill("urgent");
        Axe.assertAccessibleEverywhere(page);
        press(page, "Tag 2 deals");
        assertThat(page.locator(".bulk-result")).containsText("2 deals were tagged.");
        assertThat(page.locator("tbody .tag").first()).hasText("urgent");

        page.getByLabel("All 2 on this page").check();
        press(page, "Move…");
        page.getByLabel("Stage").selectOption(stages.get(1).getName());
        press(page, "Move 2 deals");
        assertThat(page.locator(".bulk-result")).containsText("2 deals were moved.");
        Axe.assertAccessibleEverywhere(page);
        press(page, "Take all 2 back");
        assertThat(page.locator(".bulk-result")).containsText("Taken back for 2 deals.");
    }

    @Test
    void handsDealsOverWithoutScripts(Visits visits) {
        fixtures.deal("Fifty laptops", stages.get(0), sri);
        Page page = visits.as(sri).withoutScripts().open("/deals");

        page.getByLabel("Choose “Fifty laptops”").check();
        press(page, "Hand over…");
        page.getByLabel("Budi Santoso").check();
        press(page, "Hand over 1 deal");

        assertThat(page.locator(".bulk-result")).containsText("1 deal was handed over.");
        assertThat(page.locator("tbody")).containsText("Budi Santoso");
    }

    @Test
    void tellsWhatACampaignBroughtIn(Visits visits) {
        Page page = visits.as(sri).open("/campaigns/new");
        page.getByLabel("Name").fill("Spring fair");
        page.getByLabel("Lead source").selectOption("Event");
        Axe.assertAccessibleEverywhere(page);
        press(page, "Save");
        page.getByLabel("Amount").fill("1,500");
        page.getByLabel("What for").fill("Booth");
        press(page, "Add");
        assertThat(page.locator("tbody")).containsText("$1,500");
        Axe.assertAccessibleEverywhere(page);

        page.navigate("/deals/new");
        page.getByLabel("Title").fill("Fifty laptops");
        page.getByLabel("Campaign").selectOption("Spring fair");
        press(page, "Save");
        assertThat(page.locator(".deal-facts")).containsText("Spring fair");
        assertThat(page.locator(".deal-facts")).containsText("Event");

        page.navigate("/reports/sources");
        assertThat(page.locator("#table-campaigns tbody")).containsText("$1,500");
        Axe.assertAccessibleEverywhere(page);
        page.locator("#table-campaigns tbody .deal-count").first().click();
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void mergesOrganisationsSideBySide(Visits visits) {
        long acme = fixtures.organization("Acme");
        jdbc.sql(
                        "insert into organization (name, website, created_at) values ('PT Acme', 'https://acme.example', now())")
                .update();
        Page page = visits.as(sri).open("/duplicates");
        Axe.assertAccessibleEverywhere(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare “Acme” with “PT Acme”"))
                .click();
        Axe.assertAccessibleEverywhere(page);
        press(page, "Merge");

        assertThat(page.locator("h1")).hasText("Acme");
        assertThat(page.locator("main")).containsText("https://acme.example");
        assertThat(page.locator("main")).containsText("Includes “PT Acme”");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/organizations/" + acme + "$"));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
