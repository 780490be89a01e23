package app.tahap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.sample.SampleData;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** There is little room for a table beside a chart or on a phone, and it can still be read; no page is wider than the window. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableJourneyTests {

    private static final List<String> PAGES = List.of(
            "/dashboard?period=THIS_YEAR",
            "/deals",
            "/organizations",
            "/people",
            "/imports",
            "/settings/users",
            "/settings/teams",
            "/settings/rates",
            "/settings/rates/EUR",
            "/settings/pipelines");

    private static final List<String> MORE_PAGES = List.of(
            "/dashboard",
            "/dashboard?period=LAST_MONTH",
            "/dashboard?period=CUSTOM&from=2026-05-10&to=2026-05-01",
            "/board",
            "/deals/new",
            "/people/new",
            "/profile",
            "/settings/workspace",
            "/settings/users/new",
            "/settings/reasons",
            "/settings/sources",
            "/imports/new");

    /** Words that are drawn on more than one line. */
    private static final String BROKEN_WORDS = """
            () => [...document.querySelectorAll('th')].flatMap(header => {
                const broken = [];
                const texts = document.createTreeWalker(header, NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                    for (const word of text.data.matchAll(/[^\\s\\-–/]+/g)) {
                        const range = document.createRange();
                        range.setStart(text, word.index);
                        range.setEnd(text, word.index + word[0].length);
                        const lines = new Set([...range.getClientRects()].map(part => Math.round(part.top)));
                        if (lines.size > 1) {
                            broken.push(word[0]);
                        }
                    }
                }
                return broken;
            })""";

    /** Tables that stick out of their card, where that does not scroll. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('.card table')].filter(table => {
                const card = table.closest('.card');
                return getComputedStyle(card).overflowX === 'visible'
                    && table.getBoundingClientRect().right > card.getBoundingClientRect().right;
            }).map(table => table.id)""";

    private static final String WITHIN = "width => document.documentElement.scrollWidth <= width";

    /** Figures that are drawn on more than one line. */
    private static final String BROKEN_FIGURES = """
            () => [...document.querySelectorAll('.figure')]
                .filter(figure => figure.getClientRects().length > 1)
                .map(figure => figure.textContent)""";

    @Autowired
    Fixtures fixtures;

    @Autowired
    SampleData sample;

    @Autowired
    TransactionTemplate transactions;

    Viewer ani;
    Viewer budi;

    @BeforeAll
    void prepare() {
        Pipeline pipeline = fixtures.workspace();
        ani = fixtures.user("Ani Nugraha", Role.ADMINISTRATOR);
        budi = fixtures.user("Budi Nugraha", Role.ADMINISTRATOR);
        transactions.executeWithoutResult(status -> sample.create(ani.id(), pipeline.id()));
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void keepWordsWholeAndStayWithinTheirCard(boolean indonesian, boolean phone, Visits visits) {
        Visit visit = indonesian ? visits.as(budi).inIndonesian() : visits.as(ani);
        Page page = (phone ? visit.onPhone() : visit).open(PAGES.get(0));
        for (String address : PAGES) {
            page.navigate(address);

            assertThat(page.locator("th").count() + page.locator("h1").count())
                    .as(address)
                    .isPositive();
            assertThat(page.evaluate(BROKEN_WORDS)).as(address).isEqualTo(List.of());
            assertThat(page.evaluate(TOO_WIDE)).as(address).isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepFiguresWithTheirUnits(boolean indonesian, Visits visits) {
        Visit visit = indonesian ? visits.as(budi).inIndonesian() : visits.as(ani);
        Page page = visit.open("/dashboard?period=THIS_YEAR");
        for (int width : new int[] {1280, 1160, 390}) {
            page.setViewportSize(width, 850);

            assertThat(page.locator("#table-time-in-stage .figure").count()).isGreaterThan(10);
            assertThat(page.evaluate(BROKEN_FIGURES)).as("%d wide", width).isEqualTo(List.of());
            assertThat(page.evaluate(TOO_WIDE)).as("%d wide", width).isEqualTo(List.of());
        }
    }

    /** A page is opened once and then made narrower, as a window is. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scrollNoPageSideways(boolean indonesian, Visits visits) {
        Visit visit = indonesian ? visits.as(budi).inIndonesian() : visits.as(ani);
        Page page = visit.open(PAGES.get(0));
        for (String address : Stream.concat(PAGES.stream(), MORE_PAGES.stream()).toList()) {
            page.navigate(address);
            for (int width : new int[] {1280, 768, 390}) {
                page.setViewportSize(width, 850);

                assertThatCode(() -> page.waitForFunction(WITHIN, width)) // charts follow a moment later
                        .as("%s, %d wide", address, width)
                        .doesNotThrowAnyException();
                assertThat(page.evaluate(TOO_WIDE))
                        .as("%s, %d wide", address, width)
                        .isEqualTo(List.of());
            }
        }
    }
}
