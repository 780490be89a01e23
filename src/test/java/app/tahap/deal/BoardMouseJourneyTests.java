package app.tahap.deal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dragging with a mouse, and what the outcomes' zones do. */
class BoardMouseJourneyTests extends BoardJourney {

    @Test
    void movesACardToExactlyWhereItIsDropped(Visits visits) {
        Page page = visits.as(ani).withMotion().open("/board");

        drag(page, laptops, column(page, 1), 0.6);

        assertThat(toast(page)).containsText("“Fifty laptops” moved to Lead qualification.");
        assertThat(head(page, 0)).containsText("2 deals");
        assertThat(head(page, 1)).containsText("2 deals");
        assertThat(head(page, 1)).containsText("$2,000");
        assertColumnStored(page, 1, "Service contract", "Fifty laptops");
        assertColumn(page, 0, "Forklift", "Ten printers");
        assertThat(events(laptops)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void closesADealAsItIsToldWhateverTheAddressOfTheBoardHolds(Visits visits) {
        Page page = visits.as(ani).open("/board?outcome=LOST");

        drag(page, laptops, zone(page, "WON"), 0.5);

        assertThat(toast(page)).containsText("“Fifty laptops” is won.");
        assertThat(events(laptops)).containsExactly("CREATED", "WON");
    }

    @Test
    void reordersACardInItsColumnWithoutAnEvent(Visits visits) {
        Page page = visits.as(ani).open("/board");

        drag(page, forklift, card(page, printers), 0.9);

        assertThat(page.locator("#announcer")).containsText("“Forklift” stands in Prospecting, position 3 of 3.");
        assertColumnStored(page, 0, "Fifty laptops", "Ten printers", "Forklift");
        assertThat(events(forklift)).containsExactly("CREATED");
    }

    @Test
    void putsACardBackWithTheReasonWhenTheDatabaseEndedTheMove(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.route(
                "**/stage*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("text/html")
                        .setBody("<p class=\"refusal\">Somebody else was changing this.</p>")));

        drag(page, laptops, column(page, 1), 0.6);

        assertThat(toast(page)).containsText("Somebody else was changing this.");
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        page.unroute("**/stage*");
    }

    @Test
    void dropsIntoAnEmptyColumn(Visits visits) {
        Page page = visits.as(ani).open("/board");

        drag(page, forklift, column(page, 2), 0.5);

        assertThat(toast(page)).containsText("moved to Initial contact");
        assertColumnStored(page, 2, "Forklift");
    }

    @Test
    void putsACardBackOnEscapeAndWhenLetGoBesideTheBoard(Visits visits) {
        Page page = visits.as(ani).open("/board");

        pickUp(page, laptops);
        carry(page, column(page, 1), 0.6);
        assertColumn(page, 1, "Service contract", "Fifty laptops");
        page.keyboard().press("Escape");
        page.mouse().up();
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");

        pickUp(page, laptops);
        carry(page, column(page, 1), 0.6);
        carry(page, page.locator(".navigation"), 0.5);
        page.mouse().up();
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(page.locator(".is-lifting")).hasCount(0);
        assertThat(events(laptops)).containsExactly("CREATED");

        card(page, laptops).getByRole(AriaRole.LINK).first().click(); // a click is a click again
        page.waitForURL("**/deals/" + laptops);
    }

    @Test
    void findsTheColumnScrolledAsItWasAfterCancellingALoss(Visits visits) {
        long third = 0;
        for (int i = 0; i < 12; i++) {
            long below = fixtures.deal("Deal " + i, stages.get(0), ani);
            third = i == 9 ? below : third;
        }
        Page page = visits.as(ani).open("/board");
        Locator scrolled = page.locator(".column-scroll").first();
        scrolled.evaluate("column => column.scrollTop = 40");

        pickUp(page, third);
        carry(page, scrolled, 0.97); // which scrolls the column on the way to the zone
        page.waitForCondition(() -> top(scrolled) > 150);
        carry(page, zone(page, "LOST"), 0.5);
        page.mouse().up();
        assertThat(page.locator("dialog[open]")).containsText("Why was “Deal 9” lost?");
        page.keyboard().press("Escape");

        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(top(scrolled)).isEqualTo(40);
        assertThat(card(page, third)).isInViewport();
    }

    private static int top(Locator scrolled) {
        return (int) scrolled.evaluate("column => column.scrollTop");
    }

    @ParameterizedTest
    @ValueSource(ints = {845, 890, 899})
    void scrollsToTheLastColumnWhileThePointerIsHeldStillAtTheEdge(int right, Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.setViewportSize(900, 800);
        Locator board = page.locator(".board");

        pickUp(page, laptops);
        page.mouse().move(right, 400, new Mouse.MoveOptions().setSteps(9));

        page.waitForCondition(() ->
                (boolean) board.evaluate("board => board.scrollLeft + board.clientWidth >= board.scrollWidth - 1"));
        page.keyboard().press("Escape");
        page.mouse().up();
    }

    @Test
    void winsWithOneGestureAndTakesItBack(Visits visits) {
        Page page = visits.as(ani).open("/board");

        drag(page, laptops, zone(page, "WON"), 0.5);

        assertThat(toast(page)).containsText("“Fifty laptops” is won. Congratulations!");
        assertThat(card(page, laptops)).hasCount(0);
        assertThat(head(page, 0)).containsText("2 deals");

        toast(page).getByText("Undo").click();

        assertThat(toast(page)).containsText("Undone");
        assertThat(head(page, 0)).containsText("3 deals");
        assertColumnStored(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(events(laptops)).containsExactly("CREATED", "WON", "UNDONE");
    }

    @Test
    void asksWhyADealWasLostBeforeAnythingIsSaved(Visits visits) {
        Page page = visits.as(ani).open("/board");

        drag(page, laptops, zone(page, "LOST"), 0.5);
        page.getByText("Why was “Fifty laptops” lost?").waitFor();
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(events(laptops)).containsExactly("CREATED");
        Axe.assertAccessibleEverywhere(page);

        page.getByLabel("Note").fill("Too dear");
        page.getByText("Mark as lost").click();
        assertThat(page.getByText("Please choose a reason.")).isVisible();
        assertThat(page.getByLabel("Note")).hasValue("Too dear");

        page.getByLabel("Reason").selectOption(Long.toString(fixtures.reason("LOST")));
        page.getByText("Mark as lost").click();

        assertThat(toast(page)).containsText("was marked as lost");
        assertColumnStored(page, 0, "Forklift", "Ten printers");
        assertThat(events(laptops)).containsExactly("CREATED", "LOST");
    }

    @Test
    void putsACardBackExactlyWhereItWasWhenTheReasonIsCancelled(Visits visits) {
        Page page = visits.as(ani).open("/board");
        for (String outcome : new String[] {"LOST", "DISQUALIFIED", "PARKED"}) {
            drag(page, laptops, zone(page, outcome), 0.5);
            page.getByRole(AriaRole.DIALOG).getByText("Cancel").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        }
        assertThat(events(laptops)).containsExactly("CREATED");
    }

    @Test
    void parksADealUntilADay(Visits visits) {
        Page page = visits.as(ani).open("/board");

        drag(page, laptops, zone(page, "PARKED"), 0.5);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Until").fill("2026-06-01");
        dialog.getByText("Park", new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(toast(page)).containsText("is parked until 1 Jun 2026");
        assertColumn(page, 0, "Forklift", "Ten printers");
        assertThat(page.getByText("1 parked deal")).isVisible();

        toast(page).getByText("Undo").click();
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(page.locator("[data-parked]")).isHidden();
    }

    @Test
    void returnsACardWithTheReasonWhenTheNetworkIsLost(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.route("**/stage*", route -> route.abort());

        drag(page, laptops, column(page, 1), 0.6);

        assertThat(toast(page)).containsText("No answer from the server");
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(events(laptops)).containsExactly("CREATED");

        page.unroute("**/stage*");
        drag(page, laptops, column(page, 1), 0.6);
        assertThat(toast(page)).containsText("moved to Lead qualification");
    }

    @Test
    void writesOneEventThoughTheFirstAnswerWasLost(Visits visits) {
        Page page = visits.as(ani).open("/board");
        int[] attempts = {0};
        page.route("**/stage*", route -> {
            if (attempts[0]++ == 0) {
                route.fetch(); // it gets through, but nobody hears the answer
                route.abort();
            } else {
                route.resume();
            }
        });

        drag(page, laptops, column(page, 1), 0.6);

        assertThat(toast(page)).containsText("moved to Lead qualification");
        assertThat(attempts[0]).isEqualTo(2);
        assertThat(events(laptops)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void returnsACardWithTheServersReasonForARefusal(Visits visits) {
        Page page = visits.as(ani).open("/board");
        jdbc.sql("update stage set archived_at = now() where id = :id")
                .param("id", stages.get(1).id())
                .update();

        drag(page, laptops, column(page, 1), 0.6);

        assertThat(toast(page)).isVisible();
        assertColumn(page, 1, "Service contract");
    }

    @Test
    void scrollsTheBoardWhileACardIsHeldNearItsEdge(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.setViewportSize(1000, 700);

        pickUp(page, laptops);
        BoundingBox board = page.locator(".board").boundingBox();
        page.mouse().move(board.x + board.width - 10, board.y + 200, new Mouse.MoveOptions().setSteps(15));
        page.waitForCondition(() -> {
            page.mouse().move(board.x + board.width - 10 + System.nanoTime() % 2, board.y + 200); // no hand is still
            return isScrolledRight(page);
        });
        page.mouse().up();

        assertThat(toast(page)).containsText("“Fifty laptops” moved to");
        assertThat(isScrolledRight(page)).isTrue();
    }

    @Test
    void sendsWhoWasLoggedOutToTheLoginAndBackToTheSameBoard(Visits visits) {
        Page page = visits.as(ani).open("/board?text=laptop");
        jdbc.sql("delete from spring_session").update();

        drag(page, laptops, column(page, 1), 0.5);

        page.waitForURL("**/login*");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Please log in again");
        page.getByLabel("E-mail").fill(ani.email());
        page.getByLabel("Password").fill(Fixtures.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/board?text=laptop*");
        assertColumn(page, 0, "Fifty laptops");
        assertThat(events(laptops)).containsExactly("CREATED");
    }

    @Test
    void showsAStaleCardAsItIsNowAndSaysWhoMovedItWhere(Visits visits) {
        Page page = visits.as(ani).open("/board");
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        deals.move(laptops, new DealMove(stages.get(3).id(), null, null, 0, null), budi);

        drag(page, laptops, column(page, 1), 0.6);

        assertThat(toast(page)).containsText("Budi Santoso has meanwhile moved “Fifty laptops” to Needs assessment");
        assertColumn(page, 3, "Fifty laptops");
        assertThat(head(page, 3)).containsText("1 deal");
        assertThat(head(page, 0)).containsText("2 deals");
        assertThat(events(laptops)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void takesACardOffTheBoardThatWasDeletedMeanwhile(Visits visits) {
        Page page = visits.as(ani).open("/board");
        deals.delete(laptops, 0, ani);

        drag(page, laptops, column(page, 1), 0.6);

        assertThat(toast(page)).containsText("This deal is no longer here");
        assertThat(card(page, laptops)).hasCount(0);
    }

    @Test
    void keepsTheFilterInTotalsAndSaysWhatItHides(Visits visits) {
        jdbc.sql("update stage set rotting_days = 1 where id = :id")
                .param("id", stages.get(0).id())
                .update();
        clock.turn(Duration.ofDays(3));
        Page page = visits.as(ani).open("/board?only=ROTTING");
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");

        drag(page, laptops, column(page, 1), 0.5);

        assertThat(toast(page)).containsText("moved to Lead qualification. The filter hides it here.");
        assertThat(card(page, laptops)).hasCount(0);
        assertThat(head(page, 0)).containsText("2 deals");
        assertThat(head(page, 1)).containsText("no deals");
        toast(page).getByText("Undo").click();
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
    }

    private static boolean isScrolledRight(Page page) {
        return (boolean) page.locator(".board").evaluate("board => board.scrollLeft > 300");
    }
}
