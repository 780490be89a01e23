package app.tahap.account;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.pipeline.Stage;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class UserDeactivationControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    UserRepository users;

    @Autowired
    JdbcClient jdbc;

    Viewer admin;
    Viewer ani;
    Viewer budi;
    Stage stage;

    @BeforeEach
    void prepare() {
        stage = fixtures.stages(fixtures.workspace()).get(0);
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani", Role.REP);
        budi = fixtures.user("Budi", Role.REP);
    }

    @Test
    void asksToWhomTheOpenDealsGo() {
        fixtures.deal("First", stage, ani);
        fixtures.deal("Second", stage, ani);

        assertThat(mvc.get().uri("/settings/users/{id}/deactivation", ani.id()).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("2 open deals belong to Ani", "Budi", "Admin")
                .doesNotContain(">Ani</option>");
    }

    @Test
    void handsOpenDealsOverAndLogsOutEverywhere() {
        long deal = fixtures.deal("First", stage, ani);
        MvcTestResult login = mvc.post()
                .uri("/login")
                .with(csrf())
                .param("email", "ani@example.com")
                .param("password", Fixtures.PASSWORD)
                .param("remember-me", "on")
                .exchange();
        Cookie session = Cookies.session(login);
        Cookie remembered = Cookies.remembered(login);

        assertThat(deactivate(ani, budi.id()))
                .hasRedirectedUrl("/settings/users")
                .flash()
                .containsEntry("notice", "Ani is deactivated. One open deal went to Budi.");

        assertThat(ownerOf(deal)).isEqualTo(budi.id());
        assertThat(mvc.get().uri("/profile").cookie(session)).hasRedirectedUrl("/login?expired");
        assertThat(mvc.get().uri("/profile").cookie(remembered)).hasRedirectedUrl("/login");
        assertThat(jdbc.sql("select count(*) from remembered_login")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void changesNothingWithoutSomebodyToTakeTheDealsOver() {
        long deal = fixtures.deal("First", stage, ani);
        Viewer citra = fixtures.user("Citra", Role.REP);
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", citra.id())
                .update();

        for (Object nobody : new Object[] {"", ani.id(), citra.id(), 999999}) {
            assertThat(deactivate(ani, nobody))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Please choose who takes the open deals over.", "aria-invalid=\"true\"");
        }
        assertThat(deactivate(ani, "nonsense")).hasStatus(422);
        assertThat(users.findById(ani.id()).orElseThrow().isActive()).isTrue();
        assertThat(ownerOf(deal)).isEqualTo(ani.id());
    }

    @Test
    void needsNobodyWhereNothingIsOpen() {
        assertThat(deactivate(ani, "")).flash().containsEntry("notice", "Ani is deactivated.");
        assertThat(deactivate(ani, "")).hasRedirectedUrl("/settings/users");
        assertThat(users.findById(ani.id()).orElseThrow().isActive()).isFalse();
    }

    @Test
    void keepsTheLastAdministratorWhoCanLogIn() {
        Viewer invited = fixtures.user("Invited", Role.ADMINISTRATOR);
        jdbc.sql("update users set password_hash = null where id = :id")
                .param("id", invited.id())
                .update();

        assertThat(deactivate(admin, "")).hasStatus(422).bodyText().contains("You cannot take the administrator");
        assertThat(post(invited, "/settings/users/%d/deactivation".formatted(admin.id())))
                .hasStatus(422)
                .bodyText()
                .contains("the last administrator who can log in");
        assertThat(deactivate(invited, "")).hasRedirectedUrl("/settings/users");
    }

    @Test
    void letsAUserInAgain() {
        deactivate(ani, "").exchange();

        assertThat(post(admin, "/settings/users/%d/activation".formatted(ani.id())))
                .hasRedirectedUrl("/settings/users");

        assertThat(mvc.get().uri("/profile").with(as(ani))).hasStatusOk();
    }

    @Test
    void answers404ForAUserThatDoesNotExist() {
        assertThat(mvc.get().uri("/settings/users/999999/deactivation").with(as(admin)))
                .hasStatus(404);
        assertThat(post(admin, "/settings/users/999999/deactivation")).hasStatus(404);
        assertThat(post(admin, "/settings/users/999999/activation")).hasStatus(404);
    }

    private MockMvcRequestBuilder deactivate(Viewer user, Object successor) {
        return post(admin, "/settings/users/%d/deactivation".formatted(user.id()))
                .param("successor", successor.toString());
    }

    private MockMvcRequestBuilder post(Viewer actor, String uri) {
        return mvc.post().uri(uri).with(as(actor)).with(csrf());
    }

    private long ownerOf(long deal) {
        return jdbc.sql("select owner_id from deal where id = :id")
                .param("id", deal)
                .query(Long.class)
                .single();
    }
}
