package app.tahap.web;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class ContentSecurityPolicyTests {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

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

    @Test
    void allowsOnlyWhatTheApplicationServes() {
        assertThat(policy(board()))
                .contains("default-src 'none'", "style-src 'self';", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
    }

    @Test
    void marksTheOneInlineElementWithANonceOfItsResponse() throws Exception {
        MvcTestResult first = board();
        String nonce = nonce(first);

        assertThat(first.getResponse().getContentAsString()).containsOnlyOnce("nonce=\"" + nonce + "\"");
        assertThat(nonce).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(nonce(board()));
    }

    @Test
    void guardsErrorsAndFilesToo() {
        assertThat(policy(mvc.get().uri("/deals/999999").with(as(ani)).exchange()))
                .contains("default-src 'none'");
        assertThat(policy(mvc.get().uri("/js/theme.js").exchange())).contains("default-src 'none'");
        assertThat(policy(mvc.get().uri("/login").exchange())).contains("default-src 'none'");
    }

    @Test
    void letsNobodyGuessTypesOrFrameAPage() {
        assertThat(board())
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "same-origin");
    }

    private MvcTestResult board() {
        return mvc.get().uri("/board").with(as(ani)).exchange();
    }

    private static String policy(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Content-Security-Policy"));
    }

    private static String nonce(MvcTestResult result) {
        Matcher nonce = NONCE.matcher(policy(result));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }
}
