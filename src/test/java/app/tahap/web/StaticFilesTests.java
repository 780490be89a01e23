package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DatabaseTest
class StaticFilesTests {

    private static final Pattern FILE = Pattern.compile("/(?:css|js|img|webjars)/[^\"&;)]+");
    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z]+");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
    }

    @Test
    void linksEveryFileByItsContentAndLetsBrowsersKeepIt() throws Exception {
        List<String> files =
                filesIn(mvc.get().uri("/login").exchange().getResponse().getContentAsString());

        assertThat(files).hasSizeGreaterThan(5).allMatch(HASHED.asMatchPredicate());
        assertThat(files).allSatisfy(file -> assertThat(mvc.get().uri(file))
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public, immutable"));
    }

    @Test
    void linksStylesWithinStylesByTheirContentToo() throws Exception {
        String styles = mvc.get().uri("/css/tahap.css").exchange().getResponse().getContentAsString();

        assertThat(styles).containsPattern("base-[0-9a-f]{32}\\.css");
        assertThat(filesIn(styles)).isNotEmpty().allMatch(HASHED.asMatchPredicate());
    }

    @Test
    void needsNeitherSessionNorLogin() {
        assertThat(mvc.get().uri("/img/tahap.svg")).hasStatusOk().doesNotContainHeader("Set-Cookie");
    }

    @Test
    void servesNothingBesideItsFolders() {
        assertThat(mvc.get().uri("/css/../application.yml")).hasStatus4xxClientError();
        assertThat(mvc.get().uri("/js/%2e%2e/%2e%2e/application.yml")).hasStatus4xxClientError();
        assertThat(mvc.get().uri("/webjars/META-INF/MANIFEST.MF")).hasStatus(404);
    }

    private static List<String> filesIn(String text) {
        return FILE.matcher(text).results().map(MatchResult::group).toList();
    }
}
