package app.tahap.deal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.browser.Visits;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

/** The board by keys alone, as it is told to who does not see it. */
class BoardKeyboardJourneyTests extends BoardJourney {

    @Test
    void walksLiftsCarriesAndDrops(Visits visits) {
        Page page = visits.as(ani).open("/board");
        title(page, forklift).focus();

        page.keyboard().press("ArrowDown");
        assertThat(title(page, laptops)).isFocused();
        assertThat(page.locator("#board-help")).isInViewport();
        page.keyboard().press("Space");
        assertHeard(page, "“Fifty laptops” lifted in Prospecting, position 2 of 3.");
        page.keyboard().press("ArrowRight");
        assertHeard(page, "Lead qualification, position 2 of 2.");
        page.keyboard().press("ArrowUp");
        assertHeard(page, "Lead qualification, position 1 of 2.");
        assertThat(title(page, laptops)).isFocused();
        page.keyboard().press("Enter");

        assertHeard(page, "“Fifty laptops” moved to Lead qualification.");
        assertThat(title(page, laptops)).isFocused();
        assertColumnStored(page, 1, "Fifty laptops", "Service contract");
        assertThat(events(laptops)).containsExactly("CREATED", "MOVED");
    }

    @Test
    void putsACardBackOnEscapeAndWhenItIsLeft(Visits visits) {
        Page page = visits.as(ani).open("/board");
        title(page, laptops).focus();

        press(page, "Space", "ArrowRight", "ArrowRight", "Escape");
        assertHeard(page, "“Fifty laptops” is back in Prospecting, position 2 of 3.");
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(title(page, laptops)).isFocused();

        press(page, "Space", "ArrowDown", "Tab");
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(page.locator(".is-lifting")).hasCount(0);
        assertThat(events(laptops)).containsExactly("CREATED");
    }

    @Test
    void undoesByTheUsualKeys(Visits visits) {
        Page page = visits.as(ani).open("/board");
        title(page, laptops).focus();
        press(page, "Space", "ArrowRight", "Enter");
        assertThat(toast(page)).containsText("moved to Lead qualification");

        page.keyboard().press("Control+z");

        assertHeard(page, "Undone: “Fifty laptops” is back in Prospecting.");
        assertThat(title(page, laptops)).isFocused();
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
    }

    @Test
    void givesAnOutcomeByKeysAndGoesOnWithTheNextCard(Visits visits) {
        Page page = visits.as(ani).open("/board");
        title(page, laptops).focus();

        press(page, "Space");
        for (int i = 0; i < stages.size() + 1; i++) {
            press(page, "ArrowRight");
        }
        assertHeard(page, "Lost. Press Enter to choose it.");
        press(page, "Enter");
        Locator reason = page.getByLabel("Reason");
        assertThat(reason).isFocused();
        press(page, "Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(title(page, laptops)).isFocused();
        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");

        press(page, "Space");
        for (int i = 0; i < stages.size(); i++) {
            press(page, "ArrowRight");
        }
        press(page, "Enter");
        assertThat(toast(page)).containsText("is won");
        assertThat(title(page, printers)).isFocused();
    }

    @Test
    void countsACarriedCardWhereItWillBe(Visits visits) {
        for (int i = 0; i < 20; i++) {
            fixtures.deal("Deal " + i, stages.get(1), ani);
        }
        Page page = visits.as(ani).open("/board");
        title(page, laptops).focus();

        press(page, "Space");
        press(page, "ArrowRight");

        assertHeard(page, "position 2 of 22");
    }

    @Test
    void showsTheKeysWhereTheyHideNothing(Visits visits) {
        Page page = visits.as(ani).open("/board");
        Locator help = page.locator(".board-help");
        page.keyboard().press("Tab");
        title(page, laptops).focus();
        press(page, "ArrowUp");

        BoundingBox add = page.locator(".column-add").first().boundingBox();
        assertThat(add.y + add.height).isLessThanOrEqualTo(help.boundingBox().y);

        press(page, "Space");
        BoundingBox zones = page.locator(".drop-zones").boundingBox();
        BoundingBox shown = help.boundingBox();
        assertThat(shown.height).isGreaterThan(10);
        assertThat(shown.y + shown.height).isLessThanOrEqualTo(zones.y + 1);
        add = page.locator(".column-add").first().boundingBox();
        assertThat(add.y + add.height).isLessThanOrEqualTo(shown.y);
        press(page, "Escape");
    }

    @Test
    void showsTheKeysAndAMessageAtOnce(Visits visits) {
        Page page = visits.as(ani).open("/board");
        title(page, forklift).focus();
        press(page, "Space", "ArrowRight", "Enter");
        assertThat(toast(page)).containsText("Undo");

        BoundingBox keys = page.locator(".board-help").boundingBox();
        assertThat(keys.height).isGreaterThan(10);
        assertThat(keys.y + keys.height).isLessThanOrEqualTo(toast(page).boundingBox().y);
        BoundingBox add = page.locator(".column-add").first().boundingBox();
        assertThat(add.y + add.height).isLessThanOrEqualTo(keys.y);
    }

    @Test
    void losesNoClickToTheRoomThatTheKeysTake(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.keyboard().press("Tab");
        title(page, laptops).focus();
        press(page, "ArrowUp");
        assertThat(page.locator(".shows-keys")).hasCount(1);

        page.getByLabel("Add deal to Prospecting").click();

        assertThat(page.locator(".quick-add")).isVisible();
        assertThat(page.locator(".shows-keys")).hasCount(0);
    }

    @Test
    void walksAndCarriesIntoCardsThatWereNotLoaded(Visits visits) {
        for (int i = 0; i < 60; i++) {
            fixtures.deal("Deal " + i, stages.get(2), ani);
        }
        Page page = visits.as(ani).open("/board");
        Locator shown = column(page, 2).locator("[data-card]");
        assertThat(head(page, 2)).containsText("60 deals");
        assertThat(shown).hasCount(BoardCards.FIRST);

        Locator last = shown.last();
        last.locator(".board-card-title").focus();
        press(page, "ArrowDown");
        assertThat(shown).hasCount(BoardCards.FIRST + BoardCards.MORE);
        assertThat(shown.nth(BoardCards.FIRST).locator(".board-card-title")).isFocused();

        press(page, "Space", "ArrowDown", "Enter");
        assertHeard(page, "stands in Initial contact, position 17 of 60.");
    }

    @Test
    void stopsOnceInEachColumnForTheTabKey(Visits visits) {
        Page page = visits.as(ani).open("/board");
        title(page, forklift).focus();
        press(page, "ArrowDown");

        assertThat(column(page, 0).locator("a[tabindex='0']")).hasCount(2);
        press(page, "Tab");
        assertThat(card(page, laptops).locator("[data-move-menu]")).isFocused();
        press(page, "Tab");
        assertThat(page.getByLabel("Add deal to Prospecting")).isFocused();
        press(page, "Tab");
        assertThat(title(page, contract)).isFocused();
        press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab");
        assertThat(title(page, laptops)).isFocused();
    }

    @Test
    void speaksIndonesian(Visits visits) {
        Page page = visits.as(ani).inIndonesian().open("/board");
        title(page, laptops).focus();

        press(page, "Space");
        assertHeard(page, "“Fifty laptops” diangkat di Prospecting, posisi 2 dari 3.");
        press(page, "ArrowRight", "Enter");
        assertHeard(page, "“Fifty laptops”");
        assertThat(toast(page)).containsText("Urungkan");
    }

    @Test
    void hidesNoFocusedCardBehindAMessage(Visits visits) {
        for (int i = 0; i < 14; i++) {
            fixtures.deal("Deal " + i, stages.get(0), ani);
        }
        Page page = visits.as(ani).open("/board");
        title(page, forklift).focus();
        press(page, "Space", "ArrowRight", "Enter");
        assertThat(toast(page)).containsText("Undo");
        press(page, "ArrowLeft");
        for (int i = 0; i < 12; i++) {
            press(page, "ArrowDown");
        }
        Locator focused = page.locator(".board-card:focus-within");
        double end = focused.boundingBox().y + focused.boundingBox().height;
        assertThat(end).isLessThanOrEqualTo(toast(page).boundingBox().y);
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private Locator title(Page page, long deal) {
        return card(page, deal).locator(".board-card-title");
    }

    private static void assertHeard(Page page, String text) {
        assertThat(page.locator("#announcer")).containsText(text);
    }
}
