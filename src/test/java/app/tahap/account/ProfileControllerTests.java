package app.tahap.account;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class ProfileControllerTests {

    private static final String NEW = "sunrise over the volcano";
    private static final String FIREFOX_ON_LINUX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";
    private static final String CHROME_ON_ANDROID =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
    private static final String EDGE_ON_WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani", Role.REP);
    }

    @Test
    void changesLanguageAndColoursFromTheNextPageOn() {
        assertThat(edit("Ani B.", "id", "DARK", 0)).hasRedirectedUrl("/profile");

        assertThat(mvc.get().uri("/profile").with(as(ani)))
                .hasStatusOk()
                .bodyText()
                .contains("lang=\"id\"", "data-theme=\"dark\"", "value=\"Ani B.\"", "Kata sandi dan perangkat");
    }

    @Test
    void leavesRoleTeamAndAddressToAdministrators() {
        assertThat(edit("Ani", "en", "AUTO", 0)
                        .param("role", "ADMINISTRATOR")
                        .param("email", "boss@example.com")
                        .param("team", "1"))
                .hasRedirectedUrl("/profile");

        Viewer after = fixtures.viewer(ani.id());
        assertThat(after.role()).isEqualTo(Role.REP);
        assertThat(after.email()).isEqualTo("ani@example.com");
    }

    @Test
    void keepsWhatWasTypedWhenItIsInvalid() {
        assertThat(edit("", "id", "DARK", 0))
                .hasStatus(422)
                .bodyText()
                .contains("Please give a name.", "value=\"id\" selected");
        assertThat(edit("Ani", "fr", "DARK", 0)).hasStatus(422);
        assertThat(edit("Ani", "en", "PINK", 0)).hasStatus(422);
    }

    @Test
    void tellsWhenTheProfileWasSavedElsewhere() {
        edit("Ani 1", "en", "AUTO", 0).exchange();

        assertThat(edit(" ", "en", "AUTO", 0)).hasStatus(422).bodyText().contains("name=\"version\" value=\"0\"");
        assertThat(edit("Ani 2", "en", "AUTO", 0))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"Ani 2\"", "name=\"version\" value=\"1\"");
    }

    @Test
    void changesThePasswordAndLogsOutEverywhereElse() {
        MvcTestResult here = logIn(Fixtures.PASSWORD);
        MvcTestResult there = logIn(Fixtures.PASSWORD);
        Cookie session = Cookies.session(here);

        MvcTestResult changed = mvc.post()
                .uri("/profile/password")
                .with(csrf())
                .cookie(session, Cookies.remembered(here))
                .param("current", Fixtures.PASSWORD)
                .param("password", NEW)
                .exchange();

        assertThat(changed).hasRedirectedUrl("/profile");
        Cookie renewed = Cookies.session(changed);
        assertThat(renewed.getValue()).isNotEqualTo(session.getValue());
        assertThat(page(renewed)).hasStatusOk().bodyText().contains("Your password is changed");
        assertThat(page(session)).hasRedirectedUrl("/login?expired");
        assertThat(page(Cookies.remembered(here))).hasStatusOk();
        assertThat(page(Cookies.session(there))).hasRedirectedUrl("/login?expired");
        assertThat(page(Cookies.remembered(there))).hasRedirectedUrl("/login");
        assertThat(logIn(Fixtures.PASSWORD)).hasStatus(401);
        assertThat(logIn(NEW)).hasRedirectedUrl("/board");
    }

    @Test
    void asksTheCurrentPasswordAndSlowsGuessingDown() {
        assertThat(mvc.get().uri("/profile/password").with(as(ani))).hasStatusOk();
        for (int i = 0; i < LoginThrottle.PER_ACCOUNT; i++) {
            assertThat(changePassword("a wrong password", NEW))
                    .hasStatus(422)
                    .bodyText()
                    .contains("This is not your current password.");
        }
        assertThat(changePassword(Fixtures.PASSWORD, NEW))
                .hasStatus(422)
                .bodyText()
                .contains("Please wait");
    }

    @Test
    void asksForTheCurrentPasswordWhereItIsMissing() {
        assertThat(changePassword("", NEW))
                .hasStatus(422)
                .bodyText()
                .contains("Please enter your current password.")
                .doesNotContain("This is not your current password.");
    }

    @Test
    void refusesAWeakNewPassword() {
        assertThat(changePassword(Fixtures.PASSWORD, "short"))
                .hasStatus(422)
                .bodyText()
                .contains("At least 10 characters");
        assertThat(logIn(Fixtures.PASSWORD)).hasRedirectedUrl("/board");
    }

    @Test
    void showsAndEndsTheOtherSessions() {
        MvcTestResult here = logIn(Fixtures.PASSWORD);
        MvcTestResult there = logIn(Fixtures.PASSWORD);
        Cookie session = Cookies.session(here);
        assertThat(page(session))
                .bodyText()
                .containsOnlyOnce("this device")
                .containsPattern("(?s)stays logged in.*stays logged in");

        assertThat(mvc.post().uri("/profile/sessions/end").with(csrf()).cookie(session, Cookies.remembered(here)))
                .hasRedirectedUrl("/profile");

        assertThat(page(session))
                .hasStatusOk()
                .bodyText()
                .containsOnlyOnce("stays logged in")
                .doesNotContain("Log out everywhere else");
        assertThat(page(Cookies.session(there))).hasRedirectedUrl("/login?expired");
        assertThat(page(Cookies.remembered(there))).hasRedirectedUrl("/login");
    }

    @Test
    void namesDevicesAndEndsOneOfThem() {
        Cookie session = Cookies.session(logIn(Fixtures.PASSWORD, FIREFOX_ON_LINUX));
        MvcTestResult phone = logIn(Fixtures.PASSWORD, CHROME_ON_ANDROID);
        MvcTestResult work = logIn(Fixtures.PASSWORD, EDGE_ON_WINDOWS);
        jdbc.sql("delete from spring_session where session_id = :id")
                .param("id", id(Cookies.session(work)))
                .update();
        assertThat(page(session))
                .bodyText()
                .containsSubsequence("Firefox on Linux", "this device")
                .contains("Chrome on Android", "Edge on Windows");

        assertThat(mvc.post()
                        .uri(logoutOf("Chrome on Android", session))
                        .with(csrf())
                        .cookie(session))
                .hasRedirectedUrl("/profile");

        assertThat(page(session)).bodyText().contains("Edge on Windows").doesNotContain("Chrome on Android");
        assertThat(page(Cookies.session(phone))).hasRedirectedUrl("/login?expired");
        assertThat(page(Cookies.remembered(phone))).hasRedirectedUrl("/login");
        assertThat(page(Cookies.remembered(work))).hasStatusOk();
    }

    @Test
    void endsNobodyElsesSession() {
        Cookie session = Cookies.session(logIn(Fixtures.PASSWORD, FIREFOX_ON_LINUX));
        logIn(Fixtures.PASSWORD, CHROME_ON_ANDROID);
        String logout = logoutOf("Chrome on Android", session);
        Viewer budi = fixtures.user("Budi", Role.ADMINISTRATOR);

        mvc.post().uri(logout).with(csrf()).with(as(budi)).exchange();
        assertThat(mvc.post().uri(logout).with(as(ani))).hasStatus(403);

        assertThat(page(session)).bodyText().contains("Chrome on Android");
    }

    private String logoutOf(String device, Cookie session) {
        String body = new String(page(session).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        String row = Arrays.stream(body.split("<li>"))
                .filter(part -> part.contains("aria-label=\"Log out " + device + "\""))
                .findFirst()
                .orElseThrow();
        Matcher form = Pattern.compile("action=\"([^\"]+)\"").matcher(row);
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private static String id(Cookie session) {
        return new String(Base64.getDecoder().decode(session.getValue()), StandardCharsets.UTF_8);
    }

    private MvcTestResult page(Cookie cookie) {
        return mvc.get().uri("/profile").cookie(cookie).exchange();
    }

    private MockMvcRequestBuilder edit(String name, String language, String theme, int version) {
        return mvc.post()
                .uri("/profile")
                .with(as(ani))
                .with(csrf())
                .param("name", name)
                .param("language", language)
                .param("theme", theme)
                .param("version", Integer.toString(version));
    }

    private MockMvcRequestBuilder changePassword(String current, String password) {
        return mvc.post()
                .uri("/profile/password")
                .with(as(ani))
                .with(csrf())
                .param("current", current)
                .param("password", password);
    }

    private MvcTestResult logIn(String password) {
        return logIn(password, FIREFOX_ON_LINUX);
    }

    private MvcTestResult logIn(String password, String userAgent) {
        return mvc.post()
                .uri("/login")
                .header("User-Agent", userAgent)
                .with(csrf())
                .param("email", "ani@example.com")
                .param("password", password)
                .param("remember-me", "on")
                .exchange();
    }
}
