package app.tahap.account;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Endpoints;
import app.tahap.Endpoints.Endpoint;
import app.tahap.Fixtures;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Asks every endpoint there is. A new one is asked too, without being named here. */
@DatabaseTest
class EndpointAccessTests {

    /** What a person without a login may reach, and why it exists at all. */
    private static final List<String> BEFORE_LOGIN =
            List.of("/login", "/setup", "/invitations", "/p", "/forms", "/calendar");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    RequestMappingHandlerMapping mappings;

    List<Endpoint> endpoints = List.of();
    Viewer admin;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        endpoints = Endpoints.of(mappings);
        assertThat(endpoints).hasSizeGreaterThan(50);
    }

    @Test
    void sendsStrangersToTheLoginPage() {
        RequestPostProcessor nobody = request -> request;
        assertThat(answers(behindLogin(), nobody, true, result -> "/login"
                        .equals(result.getResponse().getRedirectedUrl())))
                .isEmpty();
        assertThat(answers(
                        behindLogin(),
                        script(),
                        true,
                        result -> result.getResponse().getStatus() == 401))
                .isEmpty();
    }

    @Test
    void keepsRepsAndManagersOutOfTheSettings() {
        for (Role role : List.of(Role.REP, Role.MANAGER)) {
            Viewer viewer = fixtures.user(role.name(), role);
            assertThat(answers(
                            settings(),
                            as(viewer),
                            true,
                            result -> result.getResponse().getStatus() == 403))
                    .as(role.name())
                    .isEmpty();
        }
    }

    @Test
    void leadsToEveryPageOfTheSettings() throws UnsupportedEncodingException {
        String menu = mvc.get()
                .uri("/settings/workspace")
                .with(as(admin))
                .exchange()
                .getResponse()
                .getContentAsString();

        assertThat(settings().stream()
                        .filter(endpoint -> endpoint.method().equals(HttpMethod.GET))
                        .map(Endpoint::pattern)
                        .filter(pattern -> pattern.matches("/settings/[a-z-]+")))
                .hasSizeGreaterThan(10)
                .allSatisfy(pattern -> assertThat(menu).contains("href=\"" + pattern + "\""));
    }

    @Test
    void keepsRepsOutOfTheImports() {
        List<Endpoint> imports = endpoints.stream()
                .filter(endpoint -> endpoint.isUnder("/imports"))
                .toList();
        Viewer rep = fixtures.user("Rep", Role.REP);

        assertThat(answers(
                        imports, as(rep), true, result -> result.getResponse().getStatus() == 403))
                .isEmpty();
    }

    @Test
    void changesNothingWithoutCsrfToken() {
        List<Endpoint> changing = endpoints.stream()
                .filter(Endpoint::changes)
                .filter(endpoint -> !endpoint.isUnder("/forms")) // a signed stamp serves there; WebFormTests
                .filter(endpoint -> !endpoint.isUnder("/p")) // the secret of the link does; CustomerControllerTests
                .toList();
        assertThat(changing).isNotEmpty();

        assertThat(answers(
                        changing,
                        as(admin),
                        false,
                        result -> result.getResponse().getStatus() == 403))
                .isEmpty();
    }

    @Test
    void opensNoMoreThanItMustBeforeLogin() {
        assertThat(endpoints.stream()
                        .filter(this::isBeforeLogin)
                        .map(Endpoint::pattern)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "/login",
                        "/setup",
                        "/invitations/{token}",
                        "/forms/{token}",
                        "/forms/{token}/thanks",
                        "/forms/{token}/too-much",
                        "/p/{token}",
                        "/p/{token}/acceptance",
                        "/p/{token}/refusal",
                        "/p/{token}/pdf",
                        "/p/{token}/logo",
                        "/p/{token}/look.css",
                        "/calendar/{token}.ics");
    }

    private List<Endpoint> behindLogin() {
        return endpoints.stream().filter(endpoint -> !isBeforeLogin(endpoint)).toList();
    }

    private boolean isBeforeLogin(Endpoint endpoint) {
        return BEFORE_LOGIN.stream().anyMatch(endpoint::isUnder);
    }

    private List<Endpoint> settings() {
        List<Endpoint> settings = endpoints.stream()
                .filter(endpoint -> endpoint.isUnder("/settings"))
                .toList();
        assertThat(settings).hasSizeGreaterThan(15);
        return settings;
    }

    /** The endpoints that answer otherwise than expected, with what they answered. */
    private List<String> answers(
            List<Endpoint> asked, RequestPostProcessor who, boolean withToken, Predicate<MvcTestResult> expected) {
        List<String> surprises = new ArrayList<>();
        for (Endpoint endpoint : asked) {
            var request = mvc.method(endpoint.method()).uri(endpoint.uri(1)).with(who);
            MvcTestResult result = (withToken ? request.with(csrf()) : request).exchange();
            if (!expected.test(result)) {
                surprises.add(endpoint + " answered " + result.getResponse().getStatus());
            }
        }
        return surprises;
    }

    private static RequestPostProcessor script() {
        return request -> {
            request.addHeader("HX-Request", "true");
            return request;
        };
    }
}
