package app.tahap.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import app.tahap.pipeline.Pipeline;
import app.tahap.sample.SampleData;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A manager reads the figures and opens what is behind them. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    SampleData sample;

    @Autowired
    TransactionTemplate transactions;

    Viewer manager;

    @BeforeAll
    void prepare() {
        Pipeline pipeline = fixtures.workspace();
        manager = fixtures.user("Admin", Role.MANAGER);
        transactions.executeWithoutResult(status -> sample.create(manager.id(), pipeline.id()));
    }

    @Test
    void canBeUsedByEverybodyOnceFilled(Visits visits) {
        Page page = visits.as(manager).open("/dashboard?period=THIS_YEAR");

        assertThat(page.locator("canvas").first()).isVisible();
        Axe.assertAccessibleEverywhere(page);
    }

    @Test
    void drawsNoAxesWhereThereIsNothingToShow(Visits visits) {
        Page page = visits.as(manager).open("/dashboard?period=CUSTOM&from=2020-01-01&to=2020-03-31");

        assertThat(page.locator("[data-table=table-stages]")).isVisible();
        assertThat(page.locator("[data-table=table-time-in-stage]")).isHidden();
        assertThat(page.locator("#table-time-in-stage")).isVisible();
    }

    @Test
    void opensTheDealsBehindAFigure(Visits visits) {
        Page page = visits.as(manager).open("/dashboard?period=THIS_YEAR");
        Locator figure =
                page.locator("a.deal-count[data-count]:not([data-count='0'])").first();
        String count = figure.getAttribute("data-count");

        figure.click();

        assertThat(page.locator(".list-summary strong")).hasText(Pattern.compile("^" + count + " deals?$"));
    }

    @Test
    void speaksIndonesianOnAPhoneInTheDark(Visits visits) {
        Page page = visits.as(manager).onPhone().inTheDark().inIndonesian().open("/dashboard?period=THIS_YEAR");

        assertThat(page.locator("html")).hasAttribute("lang", "id");
        Axe.assertAccessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
