package app.tahap.deal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.browser.Finger;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A phone in a hand: a card is dragged after a press-and-hold, and scrolling never drags. */
class BoardTouchJourneyTests extends BoardJourney {

    @Test
    void dragsACardAfterAPressAndHoldWithATremblingFinger(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/board");

        Finger finger = new Finger(page).press(card(page, laptops)).hold(450);
        assertThat(card(page, laptops)).hasClass(Pattern.compile("is-held"));
        finger.moveBy(0, 20);
        assertThat(page.locator(".is-lifting")).hasCount(1);
        finger.moveTo(card(page, printers)).moveBy(0, 60).hold(150).lift();

        assertThat(page.locator("#announcer")).containsText("position 3 of 3");
        assertColumnStored(page, 0, "Forklift", "Ten printers", "Fifty laptops");
    }

    @Test
    void carriesACardToTheNextColumnOverTheEdge(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/board");

        Finger finger = new Finger(page).press(card(page, laptops)).hold(450);
        finger.moveTo(380, 400);
        page.waitForCondition(() -> scrolledRight(page) > 250);
        finger.moveTo(195, 420).hold(200).lift();

        assertThat(toast(page)).containsText("“Fifty laptops” moved to");
        assertThat(events(laptops)).containsExactly("CREATED", "MOVED");
        assertThat(card(page, laptops)).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }

    @Test
    void givesAnOutcomeByTouch(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/board");

        Finger finger = new Finger(page).press(card(page, laptops)).hold(450);
        finger.moveBy(0, 20).moveTo(zone(page, "WON")).hold(150).lift();

        assertThat(toast(page)).containsText("is won");
        assertThat(events(laptops)).containsExactly("CREATED", "WON");
    }

    @Test
    void hidesNothingOfAColumnBehindALongMessage(Visits visits) {
        long longest = fixtures.deal(
                "A title that is as long as people write them, ".repeat(4).strip(), stages.get(0), ani);
        Page page = visits.as(ani).onPhone().open("/board");

        Finger finger = new Finger(page).press(card(page, longest)).hold(450);
        finger.moveBy(0, 20).moveTo(zone(page, "WON")).hold(150).lift();
        assertThat(toast(page)).containsText("is won");

        BoundingBox add = page.locator(".column-add").first().boundingBox();
        assertThat(add.y + add.height).isLessThanOrEqualTo(toast(page).boundingBox().y);
    }

    @Test
    void scrollsAColumnWithoutDragging(Visits visits) {
        for (int i = 0; i < 15; i++) {
            fixtures.deal("Deal " + i, stages.get(0), ani);
        }
        Page page = visits.as(ani).onPhone().open("/board");

        for (int i = 0; i < 3; i++) {
            new Finger(page)
                    .press(column(page, 0).locator("[data-card]").nth(4 + i))
                    .moveBy(0, -250)
                    .lift();
        }

        page.waitForCondition(() -> (int) column(page, 0).evaluate("list => list.parentElement.scrollTop") > 100);
        assertThat(page.locator(".is-lifting, .board-card-lifted")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*/board"));
        assertThat(jdbc.sql("select count(*) from deal_event where kind <> 'CREATED'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void swipesFromColumnToColumnOneAtATime(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/board");

        new Finger(page).press(card(page, laptops)).moveBy(-220, 0).lift();

        page.waitForCondition(() -> Math.abs(left(page, 1) - 12) <= 2);
        assertThat(page.locator(".is-lifting, .board-card-lifted")).hasCount(0);
        assertThat(events(laptops)).containsExactly("CREATED");
    }

    @Test
    void opensADealByATap(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/board");

        card(page, laptops).locator(".board-card-title").tap();

        page.waitForURL("**/deals/" + laptops);
    }

    private static int scrolledRight(Page page) {
        return ((Number) page.locator(".board").evaluate("board => Math.round(board.scrollLeft)")).intValue();
    }

    private double left(Page page, int stage) {
        return column(page, stage).locator("xpath=ancestor::section").boundingBox().x;
    }
}
