package app.tahap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.TestJobs;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.sample.SampleData;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is on a page can be seen on it, however wide the screen is and however long the words are. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutJourneyTests {

    private static final int HEIGHT = 844;

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

    Viewer ani;
    long longest;

    @BeforeAll
    void prepare() {
        Pipeline pipeline = fixtures.workspace();
        ani = fixtures.user("Ani Nugraha", Role.ADMINISTRATOR);
        transactions.executeWithoutResult(status -> sample.create(ani.id(), pipeline.id()));
        longest = fixtures.deal("W".repeat(180), fixtures.stages(pipeline).get(0), ani);
        Pages.complete(jdbc, ani.id());
        jobs.doWhatIsDue();
    }

    @Test
    void scrollsNoPageSideways(Visits visits) {
        List<String> addresses = new ArrayList<>(
                Pages.ALL.stream().map(address -> Pages.withIds(address, jdbc)).toList());
        for (String page : List.of("", "/edit", "/parking", "/stage")) {
            addresses.add("/deals/" + longest + page);
        }
        Page page = visits.as(ani).open("/help");
        SoftAssertions all = new SoftAssertions();
        for (String address : addresses) {
            page.navigate(address);
            for (int width : List.of(390, 768, 1024, 1280)) {
                page.setViewportSize(width, HEIGHT);

                // the page itself hides what is too wide; tables and the board scroll within their own boxes
                for (int tried = 0; tried < 20 && tooWide(page) != 0; tried++) {
                    page.waitForTimeout(50); // until charts have taken their new size
                }
                all.assertThat(tooWide(page)).as("%s, %d wide", address, width).isEqualTo(0);
            }
        }
        all.assertAll();
    }

    private static int tooWide(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @ParameterizedTest
    @CsvSource({
        "/board, 390",
        "/board, 768",
        "/board, 1024",
        "/board, 1280",
        "/deals, 390",
        "/deals, 768",
        "/deals, 1024",
        "/deals, 1280"
    })
    void opensTheRarerFiltersOnTheScreenAndBesideTheOthers(String address, int width, Visits visits) {
        Page page = visits.as(ani).open(address);
        page.setViewportSize(width, HEIGHT);
        page.locator(".filter-more > summary").click();

        BoundingBox panel = page.locator(".filter-panel").boundingBox();
        assertThat(panel.x).isNotNegative();
        assertThat(panel.x + panel.width).isLessThanOrEqualTo(width);
        if (address.equals("/board")) { // which fills the screen and does not scroll
            assertThat(panel.y + panel.height).isLessThanOrEqualTo(HEIGHT);
        }
        for (Locator select : page.locator(".deal-filter > select").all()) {
            BoundingBox box = select.boundingBox();
            assertThat(box.y + box.height).isLessThanOrEqualTo(panel.y);
        }
        page.locator("[name=amountMin]").fill("$100,000");
        page.locator(".filter-panel button").click();
        assertThat(page.locator(".conditions")).containsText("100,000");
    }

    @Test
    void showsSeveralColumnsAndATableOnATablet(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.setViewportSize(768, 1024);
        assertThat(page.locator(".column").nth(2)).isInViewport();

        page.navigate("/deals");
        assertThat(page.locator("thead")).isVisible();
        assertThat(page.locator(".list-sort")).isHidden();
    }

    /** A column that can be scrolled sideways stays so after a drag across it, and cuts the titles of its cards. */
    @Test
    void keepsCardsWithinTheirColumns(Visits visits) {
        jdbc.sql("update deal set stage_entered_at = stage_entered_at - interval '900 days' where outcome = 'OPEN'")
                .update();
        Page page = visits.as(ani).open("/board");
        for (int width : List.of(390, 768, 1024, 1400)) {
            page.setViewportSize(width, HEIGHT);

            assertThat(page.locator(".column-scroll")
                            .evaluateAll("columns => columns.map((column) => column.scrollWidth - column.clientWidth)"))
                    .as("%d wide", width)
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .isNotEmpty()
                    .containsOnly(0);
        }
    }

    @Test
    void showsADealsDatesOnOneLine(Visits visits) {
        Page page = visits.as(ani).open("/deals?outcome=WON");
        for (Locator date : page.locator("td.date").all()) {
            assertThat((int) date.evaluate("cell => { const all = document.createRange(); all.selectNodeContents(cell);"
                            + " return new Set([...all.getClientRects()].map((line) => Math.round(line.top))).size; }"))
                    .isLessThanOrEqualTo(1);
        }
    }

    /** A row is a list of labels and values there. */
    @ParameterizedTest
    @ValueSource(strings = {"/deals", "/organizations", "/people"})
    void alignsTheValuesOfARowOnAPhone(String address, Visits visits) {
        Page page = visits.as(ani).onPhone().open(address);

        assertThat(page.locator("tbody td:not(:empty)").count()).isGreaterThan(10);
        assertThat(page.evaluate("""
                        () => new Set([...document.querySelectorAll('tbody td:not(:empty)')].map(cell => {
                            const content = document.createRange();
                            content.selectNodeContents(cell);
                            return Math.round(content.getBoundingClientRect().right);
                        })).size""")).isEqualTo(1);
    }

    @Test
    void showsAllOfTheHintInASearchField(Visits visits) {
        Page page = visits.as(ani).open("/people");

        assertThat((Boolean) page.locator("[name=text]").evaluate("""
                        field => {
                            const text = document.createElement('canvas').getContext('2d');
                            const style = getComputedStyle(field);
                            text.font = style.font;
                            return text.measureText(field.placeholder).width
                                < field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                        }""")).isTrue();
    }

    @Test
    void sortsTheListOnAPhone(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/deals?outcome=OPEN");
        page.locator(".list-sort summary").click();
        page.locator(".list-sort").getByText("Title").click();

        assertThat(page.locator(".list-sort summary")).containsText("Title");
        assertThat(page).hasURL(Pattern.compile("outcome=OPEN.*sort=TITLE"));
    }

    @Test
    void showsOnAPhoneWhereOneIs(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/settings/reasons");
        assertThat(page.locator(".navigation-main [aria-current]")).isInViewport();

        long last = jdbc.sql(
                        "select max(d.id) from deal d where d.outcome = 'OPEN' and d.deleted_at is null and d.stage_id ="
                                + " (select s.id from stage s where s.archived_at is null order by s.position desc limit 1)")
                .query(Long.class)
                .single();
        page.navigate("/deals/" + last);
        assertThat(page.locator(".stage-bar .is-current")).isInViewport();
    }

    @Test
    void hidesTheHelpForKeysFromAFinger(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/board");
        page.locator(".board-card-title").first().focus();
        page.keyboard().press("ArrowDown");

        assertThat(page.locator(".board-help").boundingBox().height).isLessThanOrEqualTo(1);
    }

    @Test
    void keepsAnErrorsMarkOffTheCalendar(Visits visits) {
        Page page = visits.as(ani).open("/deals/" + longest + "/parking");
        page.locator("#until").fill("2020-01-01");
        page.locator("main form .btn-primary").click();

        assertThat(page.locator("#until-error")).isVisible();
        assertThat(page.locator("#until").evaluate("field => getComputedStyle(field).backgroundImage"))
                .isEqualTo("none");
    }
}
