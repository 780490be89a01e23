package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Viewer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DealParkingControllerTests extends BoardScene {

    @Test
    void parksADealUntilADayOnWhichItIsBack() {
        assertThat(park("2026-06-01"))
                .hasStatusOk()
                .bodyText()
                .contains("is parked until 1 Jun 2026", "data-gone=\"deal-" + deal, "data-undo")
                .doesNotContain("The filter hides");
        assertThat(get(ani, "/board")).bodyText().contains("1 parked deal").doesNotContain("Fifty laptops");

        clock.turn(Duration.ofDays(12)); // 1 June in Jakarta
        assertThat(get(ani, "/board")).bodyText().contains("Fifty laptops");
    }

    @Test
    void tellsTheBoardHowManyDealsAreParkedNow() {
        long other = fixtures.deal("Ten printers", stages.get(0), ani);
        post(ani, "/deals/" + other + "/parking", "until", "2026-06-01", "version", 0);

        assertThat(park("2026-06-01"))
                .bodyText()
                .containsPattern("data-parked id=\"parked-\\d+\" href=\"/deals[^>]*>2 parked deals</a>");
        assertThat(post(ani, "/deals/" + deal + "/waking", "version", 1))
                .bodyText()
                .contains(">1 parked deal</a>");
        assertThat(post(ani, "/deals/" + other + "/undo", "eventId", lastEvent(other)))
                .bodyText()
                .containsPattern("data-parked [^>]*hidden=\"hidden\"");
    }

    @Test
    void countsTheParkedDealsThatMatchTheBoardsFilter() {
        assertThat(post(ani, "/deals/" + deal + "/parking?text=forklift", "until", "2026-06-01", "version", 0))
                .bodyText()
                .containsPattern("data-parked [^>]*href=\"/deals[^\"]*text=forklift[^>]*hidden=\"hidden\"");
    }

    @Test
    void tellsTheBoardInIndonesianHowManyDealsAreParked() {
        jdbc.sql("update users set language = 'id'").update();

        assertThat(park("2026-06-01")).bodyText().contains(">1 deal ditunda</a>");
    }

    @Test
    void tellsTheBoardThatSomebodyElseParkedTheDeal() {
        park("2026-06-01");

        assertThat(move(ani, deal, stages.get(1), 0, UUID.randomUUID()))
                .hasStatus(409)
                .bodyText()
                .contains(">1 parked deal</a>");
    }

    @Test
    void countsNoParkedDealsForAMove() {
        assertThat(move(ani, deal, stages.get(1), 0, UUID.randomUUID()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("data-parked");
    }

    @Test
    void asksForADayAfterToday() {
        for (String day : new String[] {"", "2026-05-20", "2025-01-01", "soon"}) {
            assertThat(park(day)).hasStatus(422).bodyText().contains("<form", "aria-invalid=\"true\"");
        }
        assertThat(events(deal)).containsExactly("CREATED");
    }

    @Test
    void parksADealForATimeThatIsChosenAtOnce() {
        assertThat(get(ani, "/deals/" + deal + "/parking"))
                .bodyText()
                .contains("value=\"2026-06-03\"", "value=\"ONE_WEEK\">1 week", "value=\"THREE_MONTHS\">3 months");

        assertThat(post(ani, "/deals/" + deal + "/parking", "time", "ONE_MONTH", "version", 0))
                .hasStatusOk()
                .bodyText()
                .contains("is parked until 20 Jun 2026");
        assertThat(post(ani, "/deals/" + deal + "/parking", "time", "FOR_EVER", "version", 1))
                .hasStatus(422);
    }

    @Test
    void wakesAParkedDeal() {
        park("2026-06-01");

        assertThat(post(ani, "/deals/" + deal + "/waking", "version", 1))
                .hasStatusOk()
                .bodyText()
                .contains("is back on the board", "id=\"deal-" + deal);
        assertThat(post(ani, "/deals/" + deal + "/waking", "version", 2))
                .hasStatus(422)
                .bodyText()
                .contains("not parked");
    }

    @Test
    void writesOneEventForADoubleSubmit() {
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(post(ani, "/deals/" + deal + "/parking", "until", "2026-06-01", "version", 0, "key", key))
                    .hasStatusOk();
        }
        assertThat(events(deal)).containsExactly("CREATED", "PARKED");
    }

    @Test
    void answersAStaleRequestWithTheDealAsItIsNow() {
        move(ani, deal, stages.get(1), 0, UUID.randomUUID());

        assertThat(park("2026-06-01")).hasStatus(409).bodyText().contains("has meanwhile moved");
        assertThat(post(ani, "/deals/" + deal + "/waking", "version", 0)).hasStatus(409);
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        Viewer stranger = stranger();

        assertThat(get(stranger, "/deals/" + deal + "/parking")).hasStatus(404);
        assertThat(post(stranger, "/deals/" + deal + "/parking", "until", "2026-06-01", "version", 0))
                .hasStatus(404);
        assertThat(post(stranger, "/deals/" + deal + "/waking", "version", 0)).hasStatus(404);
    }

    @Test
    void refusesARequestWithoutCsrfToken() {
        assertThat(withoutToken(ani, "/deals/" + deal + "/parking", "until", "2026-06-01", "version", 0))
                .hasStatus(403);
        assertThat(withoutToken(ani, "/deals/" + deal + "/waking", "version", 0))
                .hasStatus(403);
    }

    private MvcTestResult park(String until) {
        return post(ani, "/deals/" + deal + "/parking", "until", until, "version", 0);
    }
}
