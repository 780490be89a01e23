package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.account.Role;
import app.tahap.account.Viewer;
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
    void givesTheDealOfSomebodyWhoHasLeftToWhoReopensIt() {
        deactivate(ani);
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);

        assertThat(post(budi, "/deals/" + deal + "/reopening", "version", 1))
                .hasStatusOk()
                .bodyText()
                .contains("is open again, in Prospecting. It is yours now, since its owner has left.");
        assertThat(ownerOf(deal)).isEqualTo(budi.id());
        assertThat(get(budi, "/deals/" + deal))
                .bodyText()
                .contains("Budi Santoso reopened it in Prospecting", "<del>Ani Basuki</del> → <ins>Budi Santoso</ins>");

        post(budi, "/deals/" + deal + "/undo", "eventId", lastEvent(deal));
        assertThat(outcomeOf(deal)).isEqualTo("LOST");
        assertThat(ownerOf(deal)).isEqualTo(ani.id());
    }

    @Test
    void givesTheDealOfSomebodyWhoHasLeftToWhoTakesItsOutcomeBack() {
        deactivate(ani);
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);

        assertThat(post(budi, "/deals/" + deal + "/undo", "eventId", lastEvent(deal)))
                .hasStatusOk()
                .bodyText()
                .contains("It is yours now");
        assertThat(outcomeOf(deal)).isEqualTo("OPEN");
        assertThat(ownerOf(deal)).isEqualTo(budi.id());
    }

    @Test
    void leavesADealToItsActiveOwnerWhoeverReopensIt() {
        assertThat(post(fixtures.user("Budi Santoso", Role.REP), "/deals/" + deal + "/reopening", "version", 1))
                .bodyText()
                .doesNotContain("yours now");
        assertThat(ownerOf(deal)).isEqualTo(ani.id());
    }

    private void deactivate(Viewer viewer) {
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", viewer.id())
                .update();
    }

    private long ownerOf(long dealId) {
        return jdbc.sql("select owner_id from deal where id = :id")
                .param("id", dealId)
                .query(Long.class)
                .single();
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
