package app.tahap.account;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.TestClock;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class LoginControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Turnable clock;

    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani", Role.REP);
    }

    @Test
    void logsInAndOpensTheBoard() {
        MvcTestResult result = logIn("ANI@example.com", Fixtures.PASSWORD).exchange();

        assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl("/board");
        Cookie session = Cookies.session(result);
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualToIgnoringCase("lax");
        assertThat(mvc.get().uri("/organizations").cookie(session)).hasStatusOk();
    }

    @Test
    void goesToThePageThatWasAskedForBefore() {
        MvcTestResult refused = mvc.get().uri("/deals?text=laptop").exchange();
        assertThat(refused).hasStatus3xxRedirection().hasRedirectedUrl("/login");
        Cookie wanted = Cookies.last(refused, "REDIRECT_URI");

        MvcTestResult result =
                logIn("ani@example.com", Fixtures.PASSWORD).cookie(wanted).exchange();

        assertThat(result).redirectedUrl().endsWith("/deals?text=laptop");
        assertThat(sessions()).isOne();
    }

    /** A page without a session goes on asking for counts and streams; whoever logs in wants the page. */
    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/event-stream"})
    void doesNotGoToWhatAScriptAskedFor(String accepted) {
        MvcTestResult refused =
                mvc.get().uri("/notifications").header("Accept", accepted).exchange();

        assertThat(refused.getResponse().getCookies())
                .extracting(Cookie::getName)
                .doesNotContain("REDIRECT_URI");
    }

    @Test
    void endsAStreamOfWhomIsNoLongerLoggedIn() {
        assertThat(mvc.get().uri("/notifications/stream").header("Accept", "text/event-stream"))
                .hasStatus(204);
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAddressInTheSameWords() {
        MvcTestResult wrong = logIn("ani@example.com", "a wrong password").exchange();
        MvcTestResult unknown = logIn("nobody@example.com", "a wrong password").exchange();

        assertThat(wrong).hasStatus(401);
        assertThat(wrong).bodyText().contains("Unknown e-mail address or wrong password", "value=\"ani@example.com\"");
        assertThat(unknown).hasStatus(401);
        assertThat(unknown).bodyText().contains("Unknown e-mail address or wrong password");
    }

    @Test
    void refusesWhoWasDeactivatedOrHasNoPasswordYet() {
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", ani.id())
                .update();
        assertThat(logIn("ani@example.com", Fixtures.PASSWORD)).hasStatus(401);

        jdbc.sql("update users set deactivated_at = null, password_hash = null where id = :id")
                .param("id", ani.id())
                .update();
        assertThat(logIn("ani@example.com", Fixtures.PASSWORD)).hasStatus(401);
    }

    @Test
    void letsAnAccountWaitAfterTooManyFailuresButNotForGood() {
        for (int i = 0; i < LoginThrottle.PER_ACCOUNT; i++) {
            assertThat(logIn("ani@example.com", "a wrong password")).hasStatus(401);
        }
        MvcTestResult waiting = logIn("ani@example.com", Fixtures.PASSWORD).exchange();
        assertThat(waiting).hasStatus(429).containsHeader("Retry-After");
        assertThat(waiting).bodyText().contains("Please wait 11 minutes");

        fixtures.user("Budi", Role.REP);
        assertThat(logIn("budi@example.com", Fixtures.PASSWORD)).hasStatus3xxRedirection();
        clock.turn(LoginThrottle.WINDOW.plusSeconds(1));
        assertThat(logIn("ani@example.com", Fixtures.PASSWORD)).hasStatus3xxRedirection();
    }

    @Test
    void letsAnAddressWaitThatTriesManyAccounts() {
        for (int i = 0; i < LoginThrottle.PER_ADDRESS; i++) {
            jdbc.sql("insert into login_failure (email, address, at) values (:email, '127.0.0.1', :at)")
                    .param("email", "user" + i)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        }

        assertThat(logIn("ani@example.com", Fixtures.PASSWORD)).hasStatus(429);
    }

    @Test
    void triesNoMorePasswordsAtOnceThanOneAfterTheOther() {
        ExecutorService threads = Executors.newFixedThreadPool(15);
        try {
            List<Integer> answers = IntStream.range(0, 15)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> logIn("ani@example.com", "wrong password " + i)
                                    .exchange()
                                    .getResponse()
                                    .getStatus(),
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).filteredOn(status -> status == 401).hasSize(LoginThrottle.PER_ACCOUNT);
            assertThat(answers).filteredOn(status -> status == 429).hasSize(15 - LoginThrottle.PER_ACCOUNT);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void letsNoStrangerLockOutADeviceThatTheUserHasLoggedInWith() {
        fixtures.user("Budi", Role.REP);
        Cookie anis = device("ani@example.com");
        Cookie budis = device("budi@example.com");
        failAsOftenAsAllowed(budis);

        assertThat(logIn("ani@example.com", Fixtures.PASSWORD)).hasStatus(429);
        assertThat(logIn("ani@example.com", Fixtures.PASSWORD).cookie(budis)).hasStatus(429);
        assertThat(logIn("ani@example.com", Fixtures.PASSWORD).cookie(anis)).hasRedirectedUrl("/board");
        assertThat(logIn("ani@example.com", Fixtures.PASSWORD))
                .as("the owner's success gives a stranger no new guesses")
                .hasStatus(429);
    }

    @Test
    void slowsGuessingDownOnAKnownDeviceToo() {
        Cookie anis = device("ani@example.com");
        failAsOftenAsAllowed(anis);

        assertThat(logIn("ani@example.com", Fixtures.PASSWORD).cookie(anis)).hasStatus(429);
        assertThat(logIn("ani@example.com", Fixtures.PASSWORD)).hasRedirectedUrl("/board");
    }

    private void failAsOftenAsAllowed(Cookie device) {
        for (int i = 0; i < LoginThrottle.PER_ACCOUNT; i++) {
            assertThat(logIn("ani@example.com", "a wrong password").cookie(device))
                    .hasStatus(401);
        }
    }

    private Cookie device(String email) {
        Cookie device = Cookies.last(logIn(email, Fixtures.PASSWORD).exchange(), KnownDevices.COOKIE);
        assertThat(device.isHttpOnly()).isTrue();
        assertThat(device.getAttribute("SameSite")).isEqualTo("Lax");
        return device;
    }

    @Test
    void forgetsAlsoTheTokenThatADeviceHasJustExchangedWhenItLogsOut() {
        Cookie first = remembered();
        MvcTestResult restored = mvc.get().uri("/organizations").cookie(first).exchange();
        Cookie second = Cookies.last(restored, "tahap-remember");
        Cookie another = remembered();

        mvc.post()
                .uri("/logout")
                .with(csrf())
                .cookie(second, Cookies.session(restored))
                .exchange();

        assertThat(mvc.get().uri("/organizations").cookie(first)).hasRedirectedUrl("/login");
        assertThat(mvc.get().uri("/organizations").cookie(another)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board\r\nX-Y: 1",
                "http://localhost/board\r\nX-Y: 1",
                "http://evil.example/",
                "http://a:b/",
                "x"
            })
    void goesToTheBoardWhereTheWantedPageIsNoneOfOurs(String address) {
        String value = Base64.getEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8));

        assertThat(logIn("ani@example.com", Fixtures.PASSWORD).cookie(new Cookie("REDIRECT_URI", value)))
                .hasRedirectedUrl("/board");
    }

    @Test
    void refusesALoginWithoutCsrfTokenAndExplains() {
        assertThat(mvc.post().uri("/login").param("email", "ani@example.com").param("password", Fixtures.PASSWORD))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/login?expired");
    }

    @Test
    void remembersADeviceUntilItLogsOut() {
        Cookie phone = remembered();
        Cookie laptop = remembered();

        MvcTestResult later = mvc.get().uri("/organizations").cookie(phone).exchange();
        assertThat(later).hasStatusOk();
        Cookie renewed = Cookies.last(later, "tahap-remember");
        assertThat(mvc.post().uri("/logout").with(csrf()).cookie(renewed, Cookies.session(later)))
                .hasRedirectedUrl("/login?out");

        assertThat(mvc.get().uri("/organizations").cookie(renewed)).hasRedirectedUrl("/login");
        assertThat(mvc.get().uri("/organizations").cookie(Cookies.session(later)))
                .hasRedirectedUrl("/login?expired");
        assertThat(mvc.get().uri("/organizations").cookie(laptop)).hasStatusOk();
    }

    @Test
    void exchangesARememberedLoginAtEachUse() {
        Cookie first = remembered();
        Cookie second =
                Cookies.last(mvc.get().uri("/organizations").cookie(first).exchange(), "tahap-remember");
        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        assertThat(mvc.get().uri("/organizations").cookie(first))
                .as("another tab, restored at the same moment")
                .hasStatusOk();

        clock.turn(RememberedLogins.EXCHANGE);

        assertThat(mvc.get().uri("/organizations").cookie(first)).hasRedirectedUrl("/login");
        assertThat(mvc.get().uri("/organizations").cookie(second)).hasStatusOk();
    }

    @Test
    void doesNotTakeOverASessionThatSomebodyPrepared() {
        Cookie prepared = Cookies.session(mvc.get().uri("/login?language=id").exchange());

        Cookie session = Cookies.session(
                logIn("ani@example.com", Fixtures.PASSWORD).cookie(prepared).exchange());

        assertThat(session.getValue()).isNotEqualTo(prepared.getValue());
        assertThat(mvc.get().uri("/organizations").cookie(prepared)).hasRedirectedUrl("/login?expired");
    }

    @Test
    void keepsPasswordsAsArgon2Hashes() {
        assertThat(jdbc.sql("select password_hash from users where id = :id")
                        .param("id", ani.id())
                        .query(String.class)
                        .single())
                .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void forgetsADeviceThatWasNotUsedForAMonth() {
        Cookie phone = remembered();
        clock.turn(Duration.ofDays(31));

        assertThat(mvc.get().uri("/organizations").cookie(phone)).hasRedirectedUrl("/login");
    }

    @Test
    void storesNoTokenThatCouldBeUsed() {
        Cookie phone = remembered();

        String stored = jdbc.sql("select token_hash from remembered_login")
                .query(String.class)
                .single();
        assertThat(new String(Base64.getDecoder().decode(phone.getValue()))).isNotEqualTo(stored);
        assertThat(stored).hasSize(64);
    }

    @Test
    void endsTheSessionOfADeactivatedUserAtTheNextRequest() {
        Cookie session =
                Cookies.session(logIn("ani@example.com", Fixtures.PASSWORD).exchange());
        jdbc.sql("update users set deactivated_at = now() where id = :id")
                .param("id", ani.id())
                .update();

        assertThat(mvc.get().uri("/organizations").cookie(session)).hasRedirectedUrl("/login?expired");
    }

    @Test
    void sendsAScriptWithoutSessionToTheLoginPage() {
        assertThat(mvc.get().uri("/board").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/login?expired")
                .bodyText()
                .isEmpty();
        assertThat(mvc.post().uri("/deals/1/stage").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/login?expired");
    }

    @Test
    void bringsBackToThePageOfAScriptButNotToAnotherSite() {
        MvcTestResult refused = mvc.post()
                .uri("/deals/1/stage")
                .header("HX-Request", "true")
                .header("Referer", "http://localhost/board?text=laptop")
                .exchange();
        assertThat(logIn("ani@example.com", Fixtures.PASSWORD).cookie(Cookies.last(refused, "REDIRECT_URI")))
                .redirectedUrl()
                .endsWith("/board?text=laptop");

        assertThat(mvc.post()
                        .uri("/deals/1/stage")
                        .header("HX-Request", "true")
                        .header("Referer", "http://evil.example/board"))
                .hasStatus(401)
                .cookies()
                .doesNotContainCookie("REDIRECT_URI");
    }

    @Test
    void tellsWhoComesWithAnExpiredSession() {
        Cookie session =
                Cookies.session(logIn("ani@example.com", Fixtures.PASSWORD).exchange());
        jdbc.sql("delete from spring_session").update();

        assertThat(mvc.get().uri("/board").cookie(session)).hasRedirectedUrl("/login?expired");
    }

    @Test
    void explainsAFormThatOutlivedItsSession() {
        assertThat(mvc.post().uri("/logout").with(as(ani)).header("HX-Request", "true"))
                .hasStatus(403)
                .bodyText()
                .contains("You logged in or out in the meantime");
    }

    @Test
    void logsOutByPostOnly() {
        assertThat(mvc.get().uri("/logout").with(as(ani))).hasStatus(404);
    }

    @Test
    void servesStylesWithoutAskingTheDatabase() {
        Cookie phone = remembered();
        jdbc.sql("update remembered_login set expires_at = '2000-01-01'").update();
        long before = sessions();

        MvcTestResult style = mvc.get().uri("/css/tahap.css").cookie(phone).exchange();

        assertThat(style).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(style.getResponse().getCookies()).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void sendsTheSecurityHeaders() {
        assertThat(mvc.get().uri("/login"))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .doesNotContainHeader("Strict-Transport-Security")
                .headers()
                .hasHeaderSatisfying("Content-Security-Policy", values -> assertThat(values.get(0))
                        .contains("default-src 'none'"));
        assertThat(mvc.get().uri("/login").secure(true)).containsHeader("Strict-Transport-Security");
    }

    @Test
    void showsTheLoginPageInTheLanguageChosenThere() {
        assertThat(mvc.get().uri("/login?language=id"))
                .bodyText()
                .contains("Kata sandi", "lang=\"id\"")
                .containsPattern("hreflang=\"id\" aria-current=\"true\"")
                .containsPattern("<input[^>]*name=\"email\"[^>]*autofocus");
    }

    private MockMvcRequestBuilder logIn(String email, String password) {
        return mvc.post().uri("/login").with(csrf()).param("email", email).param("password", password);
    }

    private Cookie remembered() {
        MvcTestResult result = logIn("ani@example.com", Fixtures.PASSWORD)
                .param("remember-me", "on")
                .exchange();
        Cookie cookie = Cookies.last(result, "tahap-remember");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        return cookie;
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}
