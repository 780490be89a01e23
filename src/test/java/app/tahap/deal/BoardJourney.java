package app.tahap.deal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.TestClock;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.JourneyTest;
import app.tahap.pipeline.Stage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What journeys over the board begin with: Ani, and the first two columns with three deals and one, top to end. */
@JourneyTest
abstract class BoardJourney {

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealService deals;

    @Autowired
    TestClock.Turnable clock;

    Viewer ani;
    List<Stage> stages;
    long forklift;
    long laptops;
    long printers;
    long contract;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        printers = fixtures.deal("Ten printers", stages.get(0), ani);
        laptops = fixtures.deal("Fifty laptops", stages.get(0), ani);
        forklift = fixtures.deal("Forklift", stages.get(0), ani);
        contract = fixtures.deal("Service contract", stages.get(1), ani);
    }

    Locator card(Page page, long deal) {
        return page.locator("#deal-" + deal);
    }

    Locator column(Page page, int stage) {
        return page.locator("[data-column=\"" + stages.get(stage).id() + "\"]");
    }

    Locator head(Page page, int stage) {
        return page.locator("#column-" + stages.get(stage).id() + "-head");
    }

    Locator zone(Page page, String outcome) {
        return page.locator("[data-outcome=" + outcome + "]");
    }

    Locator toast(Page page) {
        return page.locator("#toasts");
    }

    /** A column's cards show these titles, from top to end. */
    void assertColumn(Page page, int stage, String... titles) {
        Locator shown = column(page, stage).locator(".board-card-title");
        if (titles.length == 0) {
            assertThat(shown).hasCount(0);
        } else {
            assertThat(shown).hasText(titles);
        }
    }

    /** The same on the page, when it is loaded anew, and in the database. */
    void assertColumnStored(Page page, int stage, String... titles) {
        assertColumn(page, stage, titles);
        page.reload();
        assertColumn(page, stage, titles);
        assertThat(jdbc.sql("select title from deal where stage_id = :stage and outcome = 'OPEN' order by rank, id")
                        .param("stage", stages.get(stage).id())
                        .query(String.class)
                        .list())
                .containsExactly(titles);
    }

    List<String> events(long deal) {
        return jdbc.sql("select kind from deal_event where deal_id = :id order by id")
                .param("id", deal)
                .query(String.class)
                .list();
    }

    /** Presses the mouse on a card and begins to move. */
    void pickUp(Page page, long deal) {
        BoundingBox box = card(page, deal).boundingBox();
        page.mouse().move(box.x + 30, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + 40, box.y + box.height / 2 + 8, new Mouse.MoveOptions().setSteps(3));
        assertThat(page.locator(".is-lifting")).hasCount(1);
    }

    /** Carries what was picked up over an element; share 0 is its upper edge, 1 its lower one. */
    void carry(Page page, Locator over, double share) {
        BoundingBox box = over.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height * share, new Mouse.MoveOptions().setSteps(12));
        page.waitForTimeout(200); // Sortable looks every 50 ms where the pointer is
    }

    void drag(Page page, long deal, Locator to, double share) {
        pickUp(page, deal);
        carry(page, to, share);
        for (int i = 0; i < 10 && !hasRoom(to, deal); i++) {
            carry(page, to, share); // a column may scroll under the card: follow it, as a hand does
        }
        page.mouse().up();
    }

    private static boolean hasRoom(Locator target, long deal) {
        return (boolean) target.evaluate("""
                (target, id) => {
                    const list = (element) => element?.closest('[data-column], [data-outcome]');
                    return [...document.querySelectorAll(`#deal-${id}`)].some((card) => list(card) === list(target));
                }
                """, Long.toString(deal));
    }
}
