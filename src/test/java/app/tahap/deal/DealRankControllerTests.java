package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DealRankControllerTests extends BoardScene {

    @BeforeEach
    void fillColumn() {
        fixtures.deal("Ten printers", stages.get(0), ani);
        fixtures.deal("Service contract", stages.get(0), ani);
    }

    @Test
    void takesACardUpAndDownAndToTheEnds() {
        shift("UP");
        assertThat(column(stages.get(0))).containsExactly("Service contract", "Fifty laptops", "Ten printers");
        shift("DOWN");
        assertThat(column(stages.get(0))).containsExactly("Service contract", "Ten printers", "Fifty laptops");
        shift("TOP");
        assertThat(column(stages.get(0))).containsExactly("Fifty laptops", "Service contract", "Ten printers");
        shift("END");
        assertThat(column(stages.get(0))).containsExactly("Service contract", "Ten printers", "Fifty laptops");
        assertThat(events(deal)).containsExactly("CREATED");
    }

    @Test
    void leavesACardAtAnEndWhereItIs() {
        shift("DOWN");
        assertThat(column(stages.get(0))).containsExactly("Service contract", "Ten printers", "Fifty laptops");
    }

    @Test
    void saysWhereTheCardWentAndRedirectsAPlainForm() {
        assertThat(post(ani, "/deals/" + deal + "/rank", "shift", "TOP"))
                .bodyText()
                .contains("is now on top of Prospecting", "data-rank")
                .doesNotContain("data-undo");
        assertThat(form(ani, "/deals/" + deal + "/rank", "shift", "UP")).hasStatus3xxRedirection();
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        assertThat(post(stranger(), "/deals/" + deal + "/rank", "shift", "TOP")).hasStatus(404);
    }

    @Test
    void refusesNonsenseAndAMissingToken() {
        assertThat(post(ani, "/deals/" + deal + "/rank", "shift", "SIDEWAYS")).hasStatus(400);
        assertThat(withoutToken(ani, "/deals/" + deal + "/rank", "shift", "TOP"))
                .hasStatus(403);
    }

    private void shift(String shift) {
        assertThat(post(ani, "/deals/" + deal + "/rank", "shift", shift)).hasStatusOk();
    }
}
