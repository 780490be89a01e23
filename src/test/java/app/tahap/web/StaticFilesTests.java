package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
    void givesAStyleSheetANewAddressWhereOnlyWhatItImportsChanged() throws Exception {
        String styles = mvc.get().uri("/css/tahap.css").exchange().getResponse().getContentAsString();
        String page = mvc.get().uri("/login").exchange().getResponse().getContentAsString();

        // what is imported and what imports it have one hash: that of all
        assertThat(hash("/css/tahap", page))
                .isEqualTo(hash("/css/base", styles))
                .isEqualTo(hash("/css/card", styles));
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

    private static String hash(String file, String text) {
        Matcher hashed = Pattern.compile(file + "-([0-9a-f]{32})\\.css").matcher(text);
        assertThat(hashed.find()).as(file).isTrue();
        return hashed.group(1);
    }

    private static List<String> filesIn(String text) {
        return FILE.matcher(text).results().map(MatchResult::group).toList();
    }
}
