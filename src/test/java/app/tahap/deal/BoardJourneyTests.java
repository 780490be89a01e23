package app.tahap.deal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.browser.Axe;
import app.tahap.browser.Visits;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the board does beside carrying cards: filters, quick add, the menu, loading and remembering. */
class BoardJourneyTests extends BoardJourney {

    @Test
    void keepsTheFilterInTheAddress(Visits visits) {
        fixtures.deal("Budi's printer", stages.get(0), fixtures.user("Budi Santoso", Role.REP));
        Page page = visits.as(ani).open("/board");
        page.getByLabel("Search deals").fill("printer");
        page.locator("select[name=owner]").selectOption("Ani Basuki");
        page.locator(".deal-filter > .btn-primary").click();

        assertThat(page).hasURL(Pattern.compile("text=printer"));
        assertColumn(page, 0, "Ten printers");
        page.reload();
        assertColumn(page, 0, "Ten printers");
        assertThat(page.getByLabel("Search deals")).hasValue("printer");
        page.getByText("Clear").click();
        assertColumn(page, 0, "Budi's printer", "Forklift", "Fifty laptops", "Ten printers");
    }

    @Test
    void showsOnesOwnDealsAtOnceAndInAShortAddress(Visits visits) {
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);
        fixtures.deal("Budi's printer", stages.get(0), budi);
        Page page = visits.as(ani).open("/board");

        page.getByLabel("Owner", new Page.GetByLabelOptions().setExact(true)).selectOption("My deals");

        assertColumn(page, 0, "Forklift", "Fifty laptops", "Ten printers");
        assertThat(page).hasURL(Pattern.compile("/board\\?owner=" + ani.id() + "$"));
        Axe.assertAccessible(page);
    }

    @Test
    void waitsForTheButtonWhereAChoiceIsWalkedThroughByKeys(Visits visits) {
        fixtures.user("Budi Santoso", Role.REP);
        Page page = visits.as(ani).open("/board");
        Locator owner = page.getByLabel("Owner", new Page.GetByLabelOptions().setExact(true));

        owner.focus();
        page.keyboard().press("M");
        assertThat(owner).hasValue(Long.toString(ani.id()));
        assertThat(page).hasURL(Pattern.compile("/board$"));
        page.locator(".deal-filter > .btn-primary").click();
        assertThat(page).hasURL(Pattern.compile("owner=" + ani.id()));
    }

    @Test
    void addsADealFromItsColumn(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.getByLabel("Add deal to Lead qualification").click();
        Locator form = page.locator(".quick-add");
        Axe.assertAccessible(page);

        form.getByLabel("Amount").fill("many");
        form.getByText("Add", exactly()).click();
        assertThat(form.getByText("Please give the deal a title.")).isVisible();
        assertThat(form.getByLabel("Amount")).hasValue("many");

        form.getByLabel("Title").fill("Coffee machine");
        form.getByLabel("Amount").fill("1,500");
        form.getByLabel("Organisation").fill("Harbour Foods");
        form.getByText("Add", exactly()).dblclick(); // as impatient people do

        assertThat(toast(page))
                .containsText(
                        "“Coffee machine” was added to Lead qualification, with the new organisation “Harbour Foods”.");
        assertThat(form).hasCount(0);
        assertThat(head(page, 1)).containsText("$2,500");
        assertThat(page.locator(".board-card:focus-within")).containsText("Harbour Foods");
        assertColumnStored(page, 1, "Coffee machine", "Service contract");
    }

    @Test
    void suggestsOrganisationsWhileADealIsAdded(Visits visits) {
        fixtures.organization("CV Mebel Jepara Asri");
        fixtures.organization("Harbour Foods");
        Page page = visits.as(ani).open("/board");
        page.getByLabel("Add deal to Prospecting").click();
        Locator form = page.locator(".quick-add");
        Locator organization = form.getByLabel("Organisation");

        organization.pressSequentially("cv meb");
        assertThat(form.locator("datalist option")).hasCount(1);
        assertThat(form.locator("datalist option")).hasAttribute("value", "CV Mebel Jepara Asri");
        assertThat(form).containsText("a new name is added");

        organization.fill("Harbor Foods");
        form.getByText("Harbour Foods").click();
        assertThat(organization).hasValue("Harbour Foods");
        assertThat(form.locator(".duplicates")).hasCount(0);
        assertThat(organization).hasValue("Harbour Foods");
    }

    @Test
    void closesTheQuickAddOnEscapeAndGoesBackToWhereItWasOpened(Visits visits) {
        Page page = visits.as(ani).open("/board");
        Locator add = page.getByLabel("Add deal to Prospecting");
        add.click();
        page.locator(".quick-add").getByLabel("Title").press("Escape");

        assertThat(page.locator(".quick-add")).hasCount(0);
        assertThat(add).isFocused();
    }

    @Test
    void movesByTheMenuOfACard(Visits visits) {
        Page page = visits.as(ani).onPhone().open("/board");

        menu(page, laptops);
        Axe.assertAccessibleEverywhere(page);
        page.getByText("Down", exact()).click();
        assertThat(page.locator("#announcer")).containsText("position 3 of 3");
        menu(page, laptops);
        page.getByText("To the top", exact()).click();
        assertThat(page.locator("#announcer")).containsText("position 1 of 3");
        menu(page, laptops);
        page.getByRole(AriaRole.DIALOG).getByText("Closing").click();
        assertThat(toast(page)).containsText("moved to Closing");
        assertColumnStored(page, 6, "Fifty laptops");
        assertColumn(page, 0, "Forklift", "Ten printers");
    }

    @Test
    void losesByTheMenuOfACard(Visits visits) {
        Page page = visits.as(ani).open("/board");

        menu(page, laptops);
        page.getByRole(AriaRole.DIALOG).getByText("Lost").click();
        page.getByLabel("Reason").selectOption(Long.toString(fixtures.reason("LOST")));
        page.getByText("Mark as lost").click();

        assertThat(toast(page)).containsText("was marked as lost");
        assertColumn(page, 0, "Forklift", "Ten printers");
    }

    @Test
    void loadsMoreAsAColumnIsScrolledAndFindsItSoAgain(Visits visits) {
        for (int i = 1; i <= 60; i++) {
            fixtures.deal("Deal " + i, stages.get(2), ani);
        }
        Page page = visits.as(ani).open("/board");
        Locator cards = column(page, 2).locator("[data-card]");
        assertThat(head(page, 2)).containsText("60 deals");
        while (cards.count() < 60) {
            column(page, 2).evaluate("list => list.parentElement.scrollTop = list.parentElement.scrollHeight");
            page.waitForTimeout(50);
        }
        assertThat(cards.last()).containsText("Deal 1");
        assertThat(column(page, 2).locator("xpath=..").locator("[data-more]")).hasCount(0);

        cards.nth(50).locator(".board-card-title").click();
        page.waitForURL("**/deals/*");
        page.goBack();
        assertThat(cards).hasCount(60);
        assertThat(cards.nth(50)).isInViewport();
    }

    @Test
    void showsACardOnceThatWasDroppedAtTheEndOfWhatWasLoaded(Visits visits) {
        for (int i = 1; i <= 20; i++) {
            fixtures.deal("Deal " + i, stages.get(2), ani);
        }
        Page page = visits.as(ani).open("/board");
        page.route("**/cards?*", route -> route.abort()); // keep the rest from being loaded
        page.reload();
        Locator cards = column(page, 2).locator("[data-card]");
        assertThat(cards).hasCount(15);
        column(page, 2).evaluate("list => list.parentElement.scrollTop = list.parentElement.scrollHeight");
        drag(page, laptops, cards.nth(14), 0.9);
        assertThat(toast(page)).containsText("moved to Initial contact");

        page.unroute("**/cards?*");
        page.getByText("Show more").click();
        assertThat(cards).hasCount(21);
        assertThat(card(page, laptops)).hasCount(1);
        String[] shown = cards.locator(".board-card-title").allTextContents().toArray(String[]::new);
        assertThat(jdbc.sql("select title from deal where stage_id = :stage order by rank, id")
                        .param("stage", stages.get(2).id())
                        .query(String.class)
                        .list())
                .containsExactly(shown);
    }

    @Test
    void opensInTheSecondPipeline(Visits visits) {
        jdbc.sql("insert into pipeline (name, position, created_at) values ('Renewals', 2, now())")
                .update();
        Page page = visits.as(ani).open("/board");
        assertThat(page.getByLabel("Pipeline").locator("option:checked")).not().hasText("Renewals");
        page.getByLabel("Pipeline").selectOption("Renewals");

        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Renewals");
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasClass("visually-hidden"); // the choice says it
        assertThat(page.getByLabel("Pipeline").locator("option:checked")).hasText("Renewals");
        assertThat(page.locator(".column")).hasCount(0);
    }

    @Test
    void showsLongTextsWithinTheirCards(Visits visits) {
        String word = "Pneumonoultramicroscopicsilicovolcanoconiosis";
        fixtures.deal(word.repeat(4), stages.get(0), ani, new BigDecimal("123456789012345"), "IDR");
        fixtures.deal("A long title, again and again. ".repeat(6).strip(), stages.get(0), ani);
        Page page = visits.as(ani).open("/board");
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 800);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(column(page, 0).evaluate("""
                            list => [...list.querySelectorAll('*')].filter(e => !e.closest('.visually-hidden')
                                && e.getBoundingClientRect().right > list.getBoundingClientRect().right + 1).length""")).isEqualTo(0);
        }
    }

    @Test
    void saysThatThereIsNothing(Visits visits) {
        Page page = visits.as(ani).open("/board?text=nothing+like+it");
        assertThat(page.getByText("No deals match")).hasCount(7);
        assertThat(head(page, 0)).containsText("no deals");
        page.navigate("/board");
        assertThat(column(page, 6).locator("xpath=..").getByText("No deals yet"))
                .isVisible();
        assertThat(column(page, 0).locator("xpath=..").getByText("No deals yet"))
                .isHidden();
    }

    @Test
    void showsSevenStagesOnALaptop(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.setViewportSize(1366, 768);

        assertThat(page.locator(".column")).hasCount(7);
        assertThat(page.locator(".column")
                        .last()
                        .evaluate("column => column.getBoundingClientRect().right <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void printsEachStageBelowTheOneBefore(Visits visits) {
        Page page = visits.as(ani).open("/board");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(700, 900); // about as wide as a sheet

        double end = 0;
        for (int stage = 0; stage < stages.size(); stage++) {
            assertThat(head(page, stage)).isVisible();
            BoundingBox head = head(page, stage).boundingBox();
            assertThat(head.y).isGreaterThanOrEqualTo(end);
            end = head.y + head.height;
            for (Locator card : column(page, stage).locator("[data-card]").all()) {
                BoundingBox printed = card.boundingBox();
                assertThat(printed.y).isGreaterThanOrEqualTo(head.y + head.height);
                assertThat(printed.x + printed.width).isLessThanOrEqualTo(700);
                end = Math.max(end, printed.y + printed.height);
            }
        }
        assertThat(card(page, contract)).isVisible();
        assertThat(page.locator(".column-add").first()).isHidden();
    }

    @Test
    void printsWhichOfSeveralPipelinesItIs(Visits visits) {
        jdbc.sql("insert into pipeline (name, position, created_at) values ('Renewals', 2, now())")
                .update();
        Page page = visits.as(ani).open("/board");
        page.getByLabel("Pipeline").selectOption("Renewals");
        Locator name = page.locator(".board-head p").getByText("Renewals");
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Renewals");
        assertThat(name).isHidden();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.getByLabel("Pipeline")).isHidden();
        assertThat(name).isVisible();
    }

    private void menu(Page page, long deal) {
        card(page, deal).locator("[data-move-menu]").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
