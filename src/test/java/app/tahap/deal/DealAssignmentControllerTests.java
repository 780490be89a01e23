package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class DealAssignmentControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;
    Viewer budi;
    long deal;

    @BeforeEach
    void prepare() {
        var stages = fixtures.stages(fixtures.workspace());
        Team jakarta = fixtures.team("Jakarta");
        ani = fixtures.user("Ani Basuki", Role.REP, jakarta);
        budi = fixtures.user("Budi Santoso", Role.REP, jakarta);
        deal = fixtures.deal("Fifty laptops", stages.get(0), ani);
    }

    @Test
    void handsADealOver() {
        assertThat(assign(ani, budi.id(), "0"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/deals/" + deal);
        assertThat(owner()).isEqualTo(budi.id());
        assertThat(jdbc.sql("select count(*) from deal_event where kind = 'AMENDED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void leadsAwayFromADealThatIsNoLongerVisible() {
        fixtures.letRepsSee(Visibility.OWN);
        Viewer lead = fixtures.user("Lina Lead", Role.MANAGER);

        assertThat(assign(lead, budi.id(), "0")).redirectedUrl().isEqualTo("/deals/" + deal);
        assertThat(assign(ani, ani.id(), "1")).hasStatus(404);
    }

    @Test
    void refusesOwnersThatAreNotOnOffer() {
        Viewer outsider = fixtures.user("Citra Lestari", Role.REP);
        fixtures.letRepsSee(Visibility.TEAM);

        assertThat(assign(ani, outsider.id(), "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose an owner from the list.");
        assertThat(assign(ani, 999_999, "0")).hasStatus(422);
        assertThat(owner()).isEqualTo(ani.id());
    }

    @Test
    void refusesOwnersWhoHaveLeft() {
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", budi.id())
                .update();

        assertThat(assign(ani, budi.id(), "0")).hasStatus(422);
        assertThat(owner()).isEqualTo(ani.id());
    }

    @Test
    void saysThatNothingChangedWhereItIsTheOwnerAlready() {
        assertThat(assign(ani, ani.id(), "0"))
                .flash()
                .containsEntry("notice", "Nothing was changed: Ani Basuki is the owner already.");
    }

    @Test
    void refusesToOverwriteAnotherHandOver() {
        assign(ani, budi.id(), "0");

        assertThat(assign(ani, ani.id(), "0")).hasStatus(409).bodyText().contains("Ani Basuki has meanwhile changed");
        assertThat(owner()).isEqualTo(budi.id());
    }

    @Test
    void hidesDealsThatTheViewerMayNotSee() {
        fixtures.letRepsSee(Visibility.OWN);

        assertThat(assign(budi, budi.id(), "0")).hasStatus(404);
        assertThat(owner()).isEqualTo(ani.id());
    }

    @Test
    void refusesHalfARequest() {
        assertThat(mvc.post().uri("/deals/{id}/assignment", deal).with(as(ani)).with(csrf()))
                .hasStatus(400);
        assertThat(mvc.post()
                        .uri("/deals/{id}/assignment", deal)
                        .param("owner", "Budi")
                        .param("version", "0")
                        .with(as(ani))
                        .with(csrf()))
                .hasStatus(400);
    }

    @Test
    void refusesARequestWithoutCsrfToken() {
        assertThat(mvc.post()
                        .uri("/deals/{id}/assignment", deal)
                        .param("owner", Long.toString(budi.id()))
                        .param("version", "0")
                        .with(as(ani)))
                .hasStatus(403);
        assertThat(owner()).isEqualTo(ani.id());
    }

    private MvcTestResult assign(Viewer viewer, long owner, String version) {
        return mvc.post()
                .uri("/deals/{id}/assignment", deal)
                .param("owner", Long.toString(owner))
                .param("version", version)
                .with(as(viewer))
                .with(csrf())
                .exchange();
    }

    private long owner() {
        return jdbc.sql("select owner_id from deal where id = :id")
                .param("id", deal)
                .query(Long.class)
                .single();
    }
}
