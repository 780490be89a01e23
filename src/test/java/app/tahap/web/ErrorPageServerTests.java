package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.HttpVisitor;
import app.tahap.ServerTest;
import app.tahap.account.Role;
import jakarta.servlet.ServletException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** Error pages as the web server asks for them. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPageServerTests {

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    HttpVisitor ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        fixtures.user("Ani", Role.REP);
        ani = new HttpVisitor(port);
        ani.logIn("ani@example.com");
    }

    @Test
    void understandsTheAddressOfAFilterAlsoWhereItWasDecoded() {
        HttpResponse<String> list = ani.get("/deals?fields[7.min]=many");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("<h1");
    }

    @Test
    void showsWhoIsLoggedInTheWayBack() {
        HttpResponse<String> missing = ani.get("/nothing/here");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("<h1>Not found</h1>", "href=\"/dashboard\"", "action=\"/logout\"");
        assertThat(missing.headers().allValues("Set-Cookie")).isEmpty();

        HttpResponse<String> forbidden = ani.get("/settings/users");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).contains("<h1>Not allowed</h1>", "href=\"/dashboard\"");
        assertThat(ani.get("/board").statusCode()).isEqualTo(200);
    }

    @Test
    void speaksTheLanguageOfWhoIsLoggedIn() {
        jdbc.sql("update users set language = 'id'").update();

        assertThat(ani.get("/nothing/here", "Accept-Language", "en").body())
                .contains("<h1>Tidak ditemukan</h1>", "href=\"/dashboard\"");
    }

    @Test
    void showsNoNavigationToStrangers() {
        assertThat(new HttpVisitor(port).get("/css/nothing.css").body())
                .contains("<h1>Not found</h1>")
                .doesNotContain("href=\"/dashboard\"");
    }

    @Test
    void saysThatAFormHoldsTooMuchText() {
        String text = "x".repeat(10_000_000);
        Map<String, String> forms = Map.of(
                "application/x-www-form-urlencoded",
                "title=" + text,
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n" + text + "\r\n--b--\r\n");
        forms.forEach((type, form) -> {
            byte[] body = form.getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> page = ani.post("/deals", "/deals/new", type, body);
            assertThat(page.statusCode()).as(type).isEqualTo(413);
            assertThat(page.body())
                    .contains("<h1>That is too much text</h1>", "Nothing was changed", "href=\"/dashboard\"");

            HttpResponse<String> fragment = ani.post("/deals", "/deals/new", type, body, "HX-Request", "true");
            assertThat(fragment.statusCode()).as(type).isEqualTo(413);
            assertThat(fragment.body()).contains("class=\"refusal\"", "2 MB").doesNotContain("<html");
        });
        assertThat(jdbc.sql("select count(*) from deal").query(Integer.class).single())
                .isZero();
    }

    @Test
    void tellsVisitorsOfAFormThatTheyWroteTooMuch() {
        HttpResponse<String> page = new HttpVisitor(port)
                .post(
                        "/forms/abc",
                        null,
                        "application/x-www-form-urlencoded",
                        ("message=" + "x".repeat(1_500_000)).getBytes(StandardCharsets.UTF_8),
                        "Accept-Language",
                        "id");

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body())
                .contains("<h1>Teksnya terlalu banyak</h1>", "5.000 karakter")
                .doesNotContain("href=\"/\"", "MB");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors *"));
    }

    @Test
    void isShownAlthoughTheDatabaseIsGone() throws SQLException {
        letConnect(false);
        try {
            for (HttpVisitor anybody : new HttpVisitor[] {ani, new HttpVisitor(port)}) {
                HttpResponse<String> page = anybody.get("/login", "Accept-Language", "id");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
                assertThat(page.body())
                        .contains("lang=\"id\"", "<h1>Tahap sedang tidak siap</h1>", "href=\"/\"")
                        .doesNotContain("Exception", "app.tahap");
            }
            assertThat(ani.get("/board").body()).contains("<h1>Tahap is not ready just now</h1>");
            assertThat(ani.get("/board", "HX-Request", "true").body())
                    .contains("The database cannot be reached")
                    .doesNotContain("<html");
        } finally {
            letConnect(true);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ani.get("/board").statusCode()).isEqualTo(200));
    }

    @Test
    void isShownAlthoughTheDatabaseFailsOnlyOnceTheSessionWasRead() {
        jdbc.sql("alter table users rename to users_gone").update();
        try {
            HttpResponse<String> page = ani.get("/board");
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("<h1>Something went wrong</h1>");
        } finally {
            jdbc.sql("alter table users_gone rename to users").update();
        }
    }

    /** The whole connection is cut while the request holds it, as when PostgreSQL is killed. */
    @Test
    void saysThatTheDatabaseIsGoneWhereAConnectionBreaks(@Autowired FailureFilter failures) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        failures.doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
            throw new ServletException(new IllegalStateException(new SQLException("broken", "08006")));
        });

        assertThat(response.getStatus()).isEqualTo(503);
    }

    /** The failure to roll back is all that is left to be seen of it. */
    @Test
    void saysThatTheDatabaseIsGoneWhereAConnectionBreaksWithinATransaction(
            @Autowired FailureFilter failures, @Autowired TransactionTemplate transactions) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        failures.doFilter(
                new MockHttpServletRequest(),
                response,
                (request, answer) -> transactions.executeWithoutResult(
                        status -> jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                                .query()
                                .singleValue()));

        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void keepsItsLogFreeOfWhatRequestsDidWrong(CapturedOutput output) {
        int before = output.length();
        assertThat(ani.get("/nothing/here").statusCode()).isEqualTo(404);
        assertThat(ani.get("/deals?page=x").statusCode()).isEqualTo(400);
        HttpResponse<String> malformed = ani.get("/deals?text=%ff%fe");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).contains("<h1>That request was not understood</h1>");
        assertThat(ani.get("/deals?" + "x&".repeat(3001)).statusCode()).isEqualTo(400);

        assertThat(output.subSequence(before, output.length())).doesNotContain("WARN", "ERROR");
    }

    private void letConnect(boolean allowed) throws SQLException {
        String url = Objects.requireNonNull(database.getJdbcUrl());
        String name = url.substring(url.lastIndexOf('/') + 1);
        try (var connection = DriverManager.getConnection(
                        url.replace("/" + name, "/postgres"), database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + allowed);
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        }
    }
}
