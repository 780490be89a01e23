package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DealReopeningControllerTests extends BoardScene {

    @BeforeEach
    void lose() {
        post(ani, "/deals/" + deal + "/outcome", "outcome", "LOST", "reasonId", fixtures.reason("LOST"), "version", 0);
    }

    @Test
    void reopensALostDealInItsStage() {
        assertThat(post(ani, "/deals/" + deal + "/reopening", "version", 1))
                .hasStatusOk()
                .bodyText()
                .contains("is open again, in Prospecting", "id=\"deal-" + deal, "data-undo");
        assertThat(outcomeOf(deal)).isEqualTo("OPEN");
    }

    @Test
    void writesOneEventForADoubleSubmit() {
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(post(ani, "/deals/" + deal + "/reopening", "version", 1, "key", key))
                    .hasStatusOk();
        }
        assertThat(events(deal)).containsExactly("CREATED", "LOST", "REOPENED");
    }

    @Test
    void refusesToReopenAnOpenDeal() {
        post(ani, "/deals/" + deal + "/reopening", "version", 1);

        assertThat(post(ani, "/deals/" + deal + "/reopening", "version", 2))
                .hasStatus(422)
                .bodyText()
                .contains("open already");
    }

    @Test
    void answersAStaleRequestWithWhatHappened() {
        assertThat(post(ani, "/deals/" + deal + "/reopening", "version", 0))
                .hasStatus(409)
                .bodyText()
                .contains("has meanwhile marked “Fifty laptops” as lost");
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        assertThat(post(stranger(), "/deals/" + deal + "/reopening", "version", 1))
                .hasStatus(404);
    }

    @Test
    void refusesARequestWithoutCsrfToken() {
        assertThat(withoutToken(ani, "/deals/" + deal + "/reopening", "version", 1))
                .hasStatus(403);
        assertThat(outcomeOf(deal)).isEqualTo("LOST");
    }
}
