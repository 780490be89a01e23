package app.tahap.web;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.multipart.MultipartException;

@DatabaseTest
class ErrorPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    Viewer ani;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        ani = fixtures.user("Ani Basuki", Role.REP);
    }

    /** As the web server asks for it after a request that ended with this status. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    400 | en | That request was not understood
                    400 | id | Permintaan tidak dimengerti
                    403 | en | Not allowed
                    403 | id | Tidak diizinkan
                    404 | en | Not found
                    404 | id | Tidak ditemukan
                    405 | en | That request was not understood
                    405 | id | Permintaan tidak dimengerti
                    500 | en | Something went wrong
                    500 | id | Terjadi kesalahan
                    """)
    void tellsInTheReadersLanguageWhatHappened(int status, String language, String title) {
        MvcTestResult page = mvc.get()
                .uri("/error")
                .accept("text/html")
                .header("Accept-Language", language)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret of the inside"))
                .exchange();

        assertThat(page).hasStatus(status).bodyText().contains("<h1>" + title + "</h1>", "href=\"/\"");
        assertThat(page).bodyText().doesNotContain("secret of the inside", "IllegalState", "app.tahap", "Whitelabel");
    }

    @Test
    void tellsNoMoreToAProgram() {
        assertThat(mvc.get()
                        .uri("/error")
                        .accept("application/json")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(
                                RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret of the inside")))
                .hasStatus(500)
                .bodyText()
                .doesNotContain("secret of the inside", "trace", "IllegalState");
    }

    @Test
    void saysNothingToWhoHungUpWhileUploading(@Autowired ErrorAdvice advice) throws IOException {
        MultipartException ended = new MultipartException("The stream ended");
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setCommitted(true);

        assertThatCode(() -> advice.unreadable(ended, request, response, Locale.ENGLISH))
                .doesNotThrowAnyException();

        MockHttpServletResponse open = new MockHttpServletResponse();
        advice.unreadable(ended, request, open, Locale.ENGLISH);
        assertThat(open.getStatus()).isEqualTo(400);
    }

    @Test
    void answersAnUnknownAddressWith404() {
        assertThat(mvc.get().uri("/nothing/here").with(as(ani))).hasStatus(404);
        assertThat(mvc.get().uri("/css/nothing.css")).hasStatus(404);
    }

    @Test
    void answersAMethodThatAPageDoesNotHaveWith405() {
        assertThat(mvc.put().uri("/board").with(as(ani)).with(csrf()))
                .hasStatus(405)
                .headers()
                .hasHeaderSatisfying("Allow", allowed -> assertThat(String.join(",", allowed))
                        .contains("GET"));
    }

    @Test
    void answersWhatTheViewerMayNotSeeWithThePageOf404() {
        assertThat(mvc.get().uri("/deals/999999").with(as(ani)))
                .hasStatus(404)
                .bodyText()
                .contains("<h1>Not found</h1>", "href=\"/dashboard\"", "action=\"/logout\"");
        assertThat(List.of("/deals/999999", "/organizations/999999", "/people/999999"))
                .allSatisfy(address ->
                        assertThat(mvc.get().uri(address).with(as(ani))).hasStatus(404));
    }
}
