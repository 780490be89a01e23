package app.tahap.setup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** The first visit of all. */
@JourneyTest
class SetupJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    SetupGate gate;

    /** A workspace never ceases to exist but in tests, so that the gate remembers it. */
    @BeforeEach
    void prepare() {
        fixtures.clear();
        ReflectionTestUtils.setField(gate, "done", new AtomicBoolean());
    }

    @Test
    void leadsFromTheFirstVisitToABoardFullOfSamples(Visits visits) {
        Page page = visits.stranger().open("/");
        assertThat(page).hasURL(Pattern.compile("/setup$"));
        Axe.assertAccessibleEverywhere(page);

        page.locator("[name=workspace]").fill("Nusantara Solar");
        page.locator("[name=name]").fill("Ani Basuki");
        page.locator("[name=email]").fill("ani@example.com");
        page.locator("[name=password]").fill("short");
        submit(page);
        assertThat(page.locator("#password-error")).isVisible();
        assertThat(page.locator("[name=workspace]")).hasValue("Nusantara Solar");

        page.locator("[name=password]").fill("sepeda tua di garasi");
        submit(page);

        assertThat(page).hasURL(Pattern.compile("/board$"));
        assertThat(page.locator("section.column")).hasCount(7);
        assertThat(page.locator("[data-card]").first()).isVisible();
    }

    @Test
    void servesInIndonesianOnAPhoneWithoutScripts(Visits visits) {
        Page page = visits.stranger().onPhone().inIndonesian().withoutScripts().open("/");
        page.locator("[name=workspace]").fill("Nusantara Surya");
        page.locator("[name=name]").fill("Budi Santoso");
        page.locator("[name=email]").fill("budi@example.com");
        page.locator("[name=password]").fill("sepeda tua di garasi");
        page.locator("[name=template][value=FOUR]").check();
        page.locator("input[type=checkbox][name=sampleData]").uncheck();
        submit(page);

        assertThat(page).hasURL(Pattern.compile("/board$"));
        assertThat(page.locator("section.column h2")).hasCount(4);
        assertThat(page.locator("section.column h2").first()).containsText("Pencarian prospek");
    }

    @Test
    void keepsWhatWasTypedWhenTheLanguageChanges(Visits visits) {
        Page page = visits.stranger().open("/setup");
        page.locator("[name=workspace]").fill("Nusantara Solar");
        page.locator("[name=currency]").selectOption("EUR");
        page.getByText("Bahasa Indonesia").first().click();

        assertThat(page.locator("h1")).hasText("Siapkan aplikasi Tahap");
        assertThat(page.locator("[name=workspace]")).hasValue("Nusantara Solar");
        assertThat(page.locator("[name=currency]")).hasValue("EUR");

        page.locator("[name=workspace]").press("Enter");
        assertThat(page.locator("#name-error")).isVisible();
        assertThat(page.locator("h1")).hasText("Siapkan aplikasi Tahap");
    }

    /** Making the sample company takes some seconds. */
    private static void submit(Page page) {
        page.locator("main .form-actions button").click(new Locator.ClickOptions().setTimeout(60_000));
    }
}
