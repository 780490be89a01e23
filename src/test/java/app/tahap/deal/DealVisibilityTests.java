package app.tahap.deal;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Endpoints;
import app.tahap.Endpoints.Endpoint;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Team;
import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.pipeline.Stage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whose deals somebody sees, on every page that shows deals, by the workspace's setting. */
@DatabaseTest
class DealVisibilityTests {

    private static final String OWN = "Anis own deal";
    private static final String MATES = "The teammates deal";
    private static final String STRANGERS = "The strangers deal";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping mappings;

    Viewer ani;
    Viewer manager;
    Viewer admin;
    long own;
    long mates;
    long strangers;
    List<Stage> stages;

    @BeforeEach
    void prepare() {
        stages = fixtures.stages(fixtures.workspace());
        Team jakarta = fixtures.team("Jakarta");
        ani = fixtures.user("Ani", Role.REP, jakarta);
        manager = fixtures.user("Manager", Role.MANAGER, jakarta);
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        own = fixtures.deal(OWN, stages.get(0), ani);
        mates = fixtures.deal(MATES, stages.get(0), fixtures.user("Budi", Role.REP, jakarta));
        strangers = fixtures.deal(STRANGERS, stages.get(0), fixtures.user("Citra", Role.REP, fixtures.team("Bandung")));
    }

    @Test
    void showsARepEveryonesDealsIfTheWorkspaceSaysSo() {
        let(Visibility.EVERYONE, Visibility.EVERYONE);

        assertSees(ani, List.of(OWN, MATES, STRANGERS), List.of());
    }

    @Test
    void showsARepTheTeamsDealsIfTheWorkspaceSaysSo() {
        let(Visibility.TEAM, Visibility.EVERYONE);

        assertSees(ani, List.of(OWN, MATES), List.of(STRANGERS));
        assertNoWayTo(ani, strangers);
    }

    @Test
    void showsARepOnlyTheOwnDealsIfTheWorkspaceSaysSo() {
        let(Visibility.OWN, Visibility.EVERYONE);

        assertSees(ani, List.of(OWN), List.of(MATES, STRANGERS));
        assertNoWayTo(ani, mates);
        assertNoWayTo(ani, strangers);
    }

    @Test
    void showsARepWithoutATeamOnlyTheOwnDealsWhereTeamsSeeTheirs() {
        let(Visibility.TEAM, Visibility.EVERYONE);
        jdbc.sql("update users set team_id = null where name in ('Ani', 'Citra')")
                .update();

        assertSees(fixtures.viewer(ani.id()), List.of(OWN), List.of(MATES, STRANGERS));
    }

    @Test
    void showsAManagerTheTeamsDealsIfTheWorkspaceSaysSo() {
        let(Visibility.OWN, Visibility.TEAM);

        assertSees(manager, List.of(OWN, MATES), List.of(STRANGERS));
        assertNoWayTo(manager, strangers);
    }

    @Test
    void showsAnAdministratorEverything() {
        let(Visibility.OWN, Visibility.TEAM);

        assertSees(admin, List.of(OWN, MATES, STRANGERS), List.of());
    }

    @Test
    void forgetsADealOnceItIsHandedToAStranger() {
        let(Visibility.OWN, Visibility.EVERYONE);
        jdbc.sql("update deal set owner_id = (select id from users where name = 'Citra') where id = :id")
                .param("id", own)
                .update();

        assertSees(ani, List.of(), List.of(OWN, MATES, STRANGERS));
        assertNoWayTo(ani, own);
    }

    private void let(Visibility reps, Visibility managers) {
        jdbc.sql("update workspace set rep_visibility = :reps, manager_visibility = :managers")
                .param("reps", reps.name())
                .param("managers", managers.name())
                .update();
    }

    private void assertSees(Viewer viewer, List<String> seen, List<String> hidden) {
        for (String page : List.of("/deals", "/board", "/deals.csv")) {
            assertThat(mvc.get().uri(page).with(as(viewer)))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .satisfies(text -> {
                        seen.forEach(title -> assertThat(text).contains(title));
                        hidden.forEach(title -> assertThat(text).doesNotContain(title));
                    });
        }
    }

    /** Each address of a deal, whatever is asked there, answers as if the deal did not exist; and nothing changes. */
    private void assertNoWayTo(Viewer viewer, long deal) {
        List<Endpoint> ofDeals = Endpoints.of(mappings).stream()
                .filter(endpoint -> endpoint.pattern().contains("{dealId}"))
                .toList();
        assertThat(ofDeals).hasSizeGreaterThan(15);
        for (Endpoint endpoint : ofDeals) {
            assertThat(status(endpoint, deal, viewer))
                    .as(endpoint.toString())
                    .isBetween(400, 499)
                    .isEqualTo(status(endpoint, 987654321, viewer));
        }
        assertThat(mvc.get().uri("/deals/" + deal).with(as(viewer))).hasStatus(404);
        assertThat(fixtures.version(deal)).isZero();
    }

    private int status(Endpoint endpoint, long deal, Viewer viewer) {
        return mvc.method(endpoint.method())
                .uri(endpoint.uri(deal))
                .with(as(viewer))
                .with(csrf())
                .param("version", "0")
                .param("stageId", Long.toString(stages.get(1).id()))
                .param("outcome", "WON")
                .param("until", "2026-12-01")
                .param("owner", Long.toString(viewer.id()))
                .param("eventId", "1")
                .param("text", "Hello")
                .exchange()
                .getResponse()
                .getStatus();
    }
}
