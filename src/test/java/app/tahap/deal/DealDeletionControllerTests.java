package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.DispatcherServlet;

@DatabaseTest
class DealDeletionControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    DealService deals;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        ani = fixtures.user("Ani Basuki", Role.REP);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void asksBeforeItDeletes() {
        assertThat(mvc.get().uri("/deals/{id}/deletion", deal).with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("Delete “Fifty laptops”?", "name=\"version\" value=\"0\"");
        assertThat(events()).containsExactly("CREATED");
    }

    @Test
    void deletesSoThatTheDealIsOnlyAmongTheDeleted() {
        assertThat(delete(ani, "0")).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/deals?outcome=OPEN");

        assertThat(events()).containsExactly("CREATED", "DELETED");
        assertThat(mvc.get().uri("/deals").with(as(ani))).bodyText().doesNotContain("Fifty laptops");
        assertThat(mvc.get()
                        .uri("/deals")
                        .param("deleted", "true")
                        .param("only", "DELETED")
                        .with(as(ani)))
                .bodyText()
                .contains("Fifty laptops");
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(ani)))
                .bodyText()
                .contains("This deal is deleted", "/deals/" + deal + "/restoration")
                .doesNotContain("/deals/" + deal + "/edit", "/deals/" + deal + "/notes\"");
    }

    @Test
    void restoresADealWithAllItHad() {
        delete(ani, "0");

        assertThat(restore(ani)).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/deals/" + deal);

        assertThat(events()).containsExactly("CREATED", "DELETED", "RESTORED");
        assertThat(mvc.get().uri("/deals").with(as(ani))).bodyText().contains("Fifty laptops");
    }

    @Test
    void offersToRestoreADealThatWasJustDeleted() {
        assertThat(delete(ani, "0").getMvcResult().getFlashMap().get("restorable"))
                .isEqualTo(deal);

        assertThat(mvc.get()
                        .uri("/deals?outcome=OPEN")
                        .with(as(ani))
                        .requestAttr(
                                DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE,
                                Map.of("notice", "It was deleted.", "restorable", deal)))
                .bodyText()
                .containsSubsequence("It was deleted.", "action=\"/deals/" + deal + "/restoration\"", "Restore");
    }

    @Test
    void listsWhoDeletedADealAndWhen() {
        Viewer budi = fixtures.user("Budi Santoso", Role.ADMINISTRATOR);
        delete(budi, "0");

        assertThat(mvc.get().uri("/deals?only=DELETED").with(as(ani)))
                .bodyText()
                .containsSubsequence("Fifty laptops", "list-deleted", "20 May 2026", "Budi Santoso")
                .contains("action=\"/deals/" + deal + "/restoration\"", "aria-label=\"Restore “Fifty laptops”\"");
        assertThat(mvc.get().uri("/deals").with(as(ani))).bodyText().doesNotContain("list-deleted");
    }

    @Test
    void givesTheDealOfSomebodyWhoHasLeftToWhoRestoresIt() {
        delete(ani, "0");
        jdbc.sql("update users set deactivated_at = now()").update();
        Viewer budi = fixtures.user("Budi Santoso", Role.REP);

        assertThat(restore(budi).getMvcResult().getFlashMap().get("notice"))
                .isEqualTo("The deal is restored. It is yours now, since its owner has left.");

        assertThat(jdbc.sql("select owner_id from deal").query(Long.class).single())
                .isEqualTo(budi.id());
        assertThat(jdbc.sql("select changes ->> 0 from deal_event where kind = 'RESTORED'")
                        .query(String.class)
                        .single())
                .contains("owner", Long.toString(ani.id()), Long.toString(budi.id()));
    }

    @Test
    void leavesAClosedDealToWhoClosedItAlthoughHeHasLeft() {
        deals.close(deal, Outcome.WON, null, null, 0, null, ani);
        delete(ani, "1");
        jdbc.sql("update users set deactivated_at = now()").update();

        restore(fixtures.user("Budi Santoso", Role.REP));

        assertThat(jdbc.sql("select owner_id from deal").query(Long.class).single())
                .isEqualTo(ani.id());
    }

    @Test
    void restoresOnlyWhatIsDeleted() {
        assertThat(restore(ani)).hasStatus(404);

        delete(ani, "0");
        restore(ani);
        assertThat(restore(ani)).hasStatus(404);
        assertThat(events()).containsExactly("CREATED", "DELETED", "RESTORED");
    }

    @Test
    void deletesNothingThatSomebodyHasJustChanged() {
        jdbc.sql("update deal set version = 1").update();

        assertThat(delete(ani, "0")).hasStatus(409).bodyText().contains("Changed meanwhile");
        assertThat(events()).containsExactly("CREATED");
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer stranger = fixtures.user("Budi Santoso", Role.REP);

        assertThat(mvc.get().uri("/deals/{id}/deletion", deal).with(as(stranger)))
                .hasStatus(404);
        assertThat(delete(stranger, "0")).hasStatus(404);
        delete(ani, "0");
        assertThat(restore(stranger)).hasStatus(404);
        assertThat(mvc.get().uri("/deals/{id}", deal).with(as(stranger))).hasStatus(404);
        assertThat(events()).containsExactly("CREATED", "DELETED");
    }

    @Test
    void refusesRequestsWithoutCsrfToken() {
        assertThat(mvc.post()
                        .uri("/deals/{id}/deletion", deal)
                        .param("version", "0")
                        .with(as(ani)))
                .hasStatus(403);
        delete(ani, "0");
        assertThat(mvc.post().uri("/deals/{id}/restoration", deal).with(as(ani)))
                .hasStatus(403);
        assertThat(events()).containsExactly("CREATED", "DELETED");
    }

    private MvcTestResult delete(Viewer viewer, String version) {
        return mvc.post()
                .uri("/deals/{id}/deletion", deal)
                .param("version", version)
                .with(as(viewer))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult restore(Viewer viewer) {
        return mvc.post()
                .uri("/deals/{id}/restoration", deal)
                .with(as(viewer))
                .with(csrf())
                .exchange();
    }

    private List<String> events() {
        return jdbc.sql("select kind from deal_event order by id")
                .query(String.class)
                .list();
    }
}
