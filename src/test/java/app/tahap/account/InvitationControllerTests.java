package app.tahap.account;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;

@DatabaseTest
class InvitationControllerTests {

    private static final Pattern LINK = Pattern.compile("value=\"http://localhost(/invitations/[\\w-]{43})\"");
    private static final String NEW = "sunrise over the volcano";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    UserRepository users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Viewer admin;
    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        ani = fixtures.user("Ani", Role.REP);
    }

    @Test
    void letsTheInvitedPersonChooseAPasswordAndComeIn() {
        forgetPassword();
        String link = link();

        assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains("Welcome, Ani", "ani@example.com");
        MvcTestResult accepted = accept(link, NEW).exchange();

        assertThat(accepted).hasRedirectedUrl("/board");
        Cookie session = Cookies.session(accepted);
        assertThat(mvc.get().uri("/profile").cookie(session))
                .hasStatusOk()
                .bodyText()
                .contains("ani@example.com");
        assertThat(logIn(NEW)).hasRedirectedUrl("/board");
    }

    @Test
    void storesOnlyTheHashOfTheToken() {
        String token = link().substring("/invitations/".length());

        String stored = jdbc.sql("select token_hash from invitation")
                .query(String.class)
                .single();
        assertThat(stored).hasSize(64).doesNotContain(token);
        assertThat(jdbc.sql(
                                "select count(*) from spring_session_attributes where encode(attribute_bytes, 'escape') like :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void servesOnce() {
        String link = link();
        accept(link, NEW).exchange();

        assertThat(mvc.get().uri(link)).hasStatus(410).bodyText().contains("It has been used already");
        assertThat(accept(link, "another sunrise here")).hasStatus(410);
        assertThat(logIn(NEW)).hasRedirectedUrl("/board");
    }

    @Test
    void expiresAfterAWeek() {
        String link = link();
        clock.turn(Invitations.SERVES);

        assertThat(mvc.get().uri(link)).hasStatus(410).bodyText().contains("It is too old");
        assertThat(accept(link, NEW)).hasStatus(410);
        assertThat(logIn(NEW)).hasStatus(401);
    }

    @Test
    void replacesAnEarlierLink() {
        String first = link();
        String second = link();

        assertThat(mvc.get().uri(first)).hasStatus(404).bodyText().contains("a newer link has taken its place");
        assertThat(accept(first, NEW)).hasStatus(404);
        assertThat(mvc.get().uri(second)).hasStatusOk();
    }

    @Test
    void leavesOneLinkOpenOfTwoThatAreMadeAtOnce() {
        AtomicReference<String> first = new AtomicReference<>();
        String second = fixtures.meanwhile(() -> first.set(link()), this::link);

        assertThat(mvc.get().uri(Objects.requireNonNull(first.get()))).hasStatus(404);
        assertThat(mvc.get().uri(second)).hasStatusOk();
    }

    @Test
    void namesTheAddressThatTheOperatorHasSetWhateverTheRequestSays(@Autowired Invitations invitations) {
        Model page = new ExtendedModelMap();
        new InvitationLinks(invitations, new PublicAddress("https://tahap.example.com/"), clock)
                .show(users.findById(ani.id()).orElseThrow(), page);

        assertThat(page.getAttribute("link")).asString().startsWith("https://tahap.example.com/invitations/");
        assertThat(page.getAttribute("path"))
                .as("what the browser would put its own address before")
                .isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicAddress("tahap.example.com"));
    }

    @Test
    void tellsNothingAboutTokensThatWereNeverHandedOut() {
        assertThat(mvc.get().uri("/invitations/guessed"))
                .hasStatus(404)
                .bodyText()
                .contains("It is not complete");
        assertThat(accept("/invitations/guessed", NEW)).hasStatus(404);
    }

    @Test
    void refusesAWeakPasswordAndKeepsTheLinkOpen() {
        String link = link();

        assertThat(accept(link, "short")).hasStatus(422).bodyText().contains("At least 10 characters");
        assertThat(accept(link, "password12345")).hasStatus(422).bodyText().contains("guessed too easily");
        assertThat(accept(link, NEW)).hasRedirectedUrl("/board");
    }

    @Test
    void keepsTheOldPasswordUntilTheLinkIsUsedAndThenLogsOutEverywhere() {
        MvcTestResult before =
                logIn(Fixtures.PASSWORD).param("remember-me", "on").exchange();
        Cookie session = Cookies.session(before);
        Cookie remembered = Cookies.remembered(before);
        String link = link();
        assertThat(mvc.get().uri(link)).bodyText().contains("A new password for Ani");
        assertThat(mvc.get().uri("/profile").cookie(session)).hasStatusOk();

        accept(link, NEW).exchange();

        assertThat(mvc.get().uri("/profile").cookie(session)).hasRedirectedUrl("/login?expired");
        assertThat(mvc.get().uri("/profile").cookie(remembered)).hasRedirectedUrl("/login");
        assertThat(logIn(Fixtures.PASSWORD)).hasStatus(401);
    }

    @Test
    void speaksTheInvitedPersonsLanguage() {
        jdbc.sql("update users set language = 'id' where id = :id")
                .param("id", ani.id())
                .update();

        assertThat(mvc.get().uri(link()).header("Accept-Language", "en"))
                .bodyText()
                .contains("lang=\"id\"", "Kata sandi baru untuk Ani");
    }

    @Test
    void warnsWhoIsLoggedInAsSomebodyElse() {
        assertThat(mvc.get().uri(link()).with(as(admin))).bodyText().contains("You are logged in as Admin here");
    }

    @Test
    void invitesNobodyWhoIsDeactivated() {
        String link = link();
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", ani.id())
                .update();

        assertThat(mvc.get().uri(link)).hasStatus(404);
        assertThat(accept(link, NEW)).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/settings/users/{id}/invitation", ani.id())
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Ani is deactivated");
    }

    @Test
    void refusesAPasswordWithoutCsrfToken() {
        assertThat(mvc.post().uri(link()).param("password", NEW)).hasStatus(403);
        assertThat(logIn(NEW)).hasStatus(401);
    }

    private void forgetPassword() {
        jdbc.sql("update users set password_hash = null where id = :id")
                .param("id", ani.id())
                .update();
    }

    private String link() {
        MvcTestResult result = mvc.post()
                .uri("/settings/users/{id}/invitation", ani.id())
                .with(as(admin))
                .with(csrf())
                .exchange();
        assertThat(result).hasStatusOk().hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        Matcher link = LINK.matcher(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private MockMvcRequestBuilder accept(String link, String password) {
        return mvc.post().uri(link).with(csrf()).param("password", password);
    }

    private MockMvcRequestBuilder logIn(String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("email", "ani@example.com")
                .param("password", password);
    }
}
