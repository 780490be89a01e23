package app.tahap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Endpoints;
import app.tahap.Endpoints.Endpoint;
import app.tahap.Fixtures;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.sample.SampleData;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** axe-core finds nothing on any page, in the light and in the dark, wide and phone-narrow. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    SampleData sample;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping mappings;

    Viewer administrator;

    @BeforeAll
    void prepare() {
        Pipeline pipeline = fixtures.workspace();
        administrator = fixtures.user("Ani Nugraha", Role.ADMINISTRATOR);
        transactions.executeWithoutResult(status -> sample.create(administrator.id(), pipeline.id()));
        Pages.complete(jdbc, administrator.id());
        jobs.doWhatIsDue();
    }

    @Test
    void letsEverybodyUseEveryPage(Visits visits) {
        Page page = visits.as(administrator).open("/help");
        SoftAssertions all = new SoftAssertions();
        for (String address : Pages.ALL) {
            all.check(() -> {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.setViewportSize(Visit.WIDE[0], Visit.WIDE[1]);
                page.navigate(Pages.withIds(address, jdbc));
                check(page);
            });
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = "/login")
    void letsEverybodyUseBeforeLogin(String page, Visits visits) {
        check(visits.stranger().open(page));
    }

    @Test
    void forgetsNoPage() {
        List<String> listed = Pages.ALL.stream()
                .map(address -> address.replaceAll("\\?.*", ""))
                .map(address -> address.replace("/lists/LOST/", "/lists/{list}/"))
                .toList();

        assertThat(Endpoints.of(mappings).stream()
                        .filter(endpoint -> endpoint.method().equals(HttpMethod.GET))
                        .map(Endpoint::pattern)
                        .filter(pattern -> Pages.OTHERS.stream()
                                .noneMatch(other -> other.matcher(pattern).matches())))
                .isSubsetOf(listed);
    }

    /** An error page is accessible too, but it is not what was meant to be checked. */
    private static void check(Page page) {
        assertThat(page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus"))
                .as(page.url())
                .isEqualTo(200);
        Axe.assertAccessibleEverywhere(page);
    }
}
