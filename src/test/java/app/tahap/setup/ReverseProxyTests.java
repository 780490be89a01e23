package app.tahap.setup;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.HttpVisitor;
import app.tahap.ServerTest;
import app.tahap.account.Role;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/** A server that is told to believe the headers of a reverse proxy which ends TLS. */
@ServerTest
class ReverseProxyTests {

    private static final String[] TLS = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "crm.example.com"};

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SetupGate gate;

    HttpVisitor visitor;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        visitor = new HttpVisitor(port);
    }

    @Test
    void keepsCookiesOfASecureConnectionFromOthers() {
        assertThat(visitor.get("/login", TLS).headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "SameSite=Lax"));
        assertThat(new HttpVisitor(port).get("/deals", TLS).headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
        assertThat(new HttpVisitor(port).get("/login").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).doesNotContain("Secure"));
    }

    /** Relative, so that they are right even where the proxy does not tell that it ends TLS. */
    @Test
    void redirectsWithinTheSchemeAndHostThatTheBrowserSees() {
        assertThat(location(visitor.get("/deals", TLS))).isEqualTo("/login");
        assertThat(location(visitor.get("/deals"))).isEqualTo("/login");
        fixtures.user("Ani", Role.REP);
        visitor.logIn("ani@example.com");
        assertThat(location(visitor.get("/", TLS))).isEqualTo("/board");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "::1", "127.0.0.1, 127.0.0.1", "203.0.113.7, 127.0.0.1", "localhost", "nonsense"})
    void asksForTheCodeWhateverAddressHeadersClaim(String claimed) {
        fixtures.clear();
        ReflectionTestUtils.setField(gate, "done", new AtomicBoolean());

        assertThat(visitor.get("/setup", "X-Forwarded-For", claimed).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/setup").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/setup?code=" + gate.code(), "X-Forwarded-For", claimed)
                        .statusCode())
                .isEqualTo(200);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
