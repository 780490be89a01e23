package app.tahap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** axe-core finds nothing on any page, in the light and in the dark, wide and phone-narrow. Every page is in a list here. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityJourneyTests {

    @Autowired
    Fixtures fixtures;

    Viewer administrator;
    List<Stage> stages;
    long deal;

    @BeforeAll
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        administrator = fixtures.user("Ani Basuki", Role.ADMINISTRATOR);
        deal = fixtures.deal("Fifty laptops", stages.get(0), administrator);
        fixtures.deal("Service contract", stages.get(3), administrator, null, "IDR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/board?text=nothing+like+it",
                "/deals",
                "/deals/new",
                "/deals/{deal}",
                "/deals/{deal}/stage",
                "/deals/{deal}/outcome?outcome=LOST",
                "/deals/{deal}/parking",
                "/organizations",
                "/people",
            })
    void letsEverybodyUse(String page, Visits visits) {
        check(visits.as(administrator).open(page.replace("{deal}", Long.toString(deal))));
    }

    @ParameterizedTest
    @ValueSource(strings = "/login")
    void letsEverybodyUseBeforeLogin(String page, Visits visits) {
        check(visits.stranger().open(page));
    }

    /** An error page is accessible too, but it is not what was meant to be checked. */
    private static void check(Page page) {
        assertThat(page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(200);
        Axe.assertAccessibleEverywhere(page);
    }
}
