package app.tahap.correspondence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.browser.Axe;
import app.tahap.browser.JourneyTest;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Without a mail server, as the journeys' application has none. */
@JourneyTest
class DealMailJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    CorrespondenceScene scene;

    @BeforeEach
    void prepare() {
        scene = CorrespondenceScene.set(fixtures, jdbc);
    }

    @Test
    void writesFromATemplateAndLogsWhatWasSentElsewhere(Visits visits) {
        Page page = visits.as(scene.ani()).open("/deals/" + scene.deal());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write an e-mail"))
                .click();
        page.getByLabel("Template", new Page.GetByLabelOptions().setExact(true)).selectOption("Follow-up");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Use").setExact(true))
                .click();
        page.getByLabel("Text").fill("Hello Budi,\nshall we go on?");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open in the e-mail program")))
                .hasAttribute(
                        "href",
                        "mailto:budi@example.com?subject=Fifty%20laptops%3A%20how%20shall%20we%20go%20on%3F"
                                + "&body=Hello%20Budi%2C%0D%0Ashall%20we%20go%20on%3F");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview"))
                .click();
        assertThat(page.locator(".mail-preview")).containsText("shall we go on?");
        Axe.assertAccessibleEverywhere(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log it as sent"))
                .click();

        assertThat(page).hasURL(Pattern.compile("/deals/" + scene.deal() + "$"));
        assertThat(page.locator(".timeline").first()).containsText("shall we go on?");
    }
}
