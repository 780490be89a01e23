package app.tahap.guide;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DatabaseTest
class GuideControllerTests {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/(?:help|img)/[^\"#]+)");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Guide guide;

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
    void coversTheSameTopicsInBothLanguages() {
        List<String> english =
                guide.topics(Locale.ENGLISH).stream().map(Topic::name).toList();

        assertThat(english).contains("board", "dashboard");
        assertThat(guide.topics(Locale.forLanguageTag("id")))
                .extracting(Topic::name)
                .isEqualTo(english);
    }

    @Test
    void beginsWithTheBoardInTheReadersLanguage() {
        assertThat(mvc.get().uri("/help").with(as(ani))).bodyText().contains("<h1>The board</h1>", "Moving a card");

        jdbc.sql("update users set language = 'id'").update();

        assertThat(mvc.get().uri("/help").with(as(fixtures.viewer(ani.id()))))
                .bodyText()
                .contains("<h1>Papan</h1>", "Memindahkan kartu");
    }

    @Test
    void leadsToNothingThatIsNotThere() {
        for (String language : List.of("en", "id")) {
            jdbc.sql("update users set language = :language")
                    .param("language", language)
                    .update();
            Viewer reader = fixtures.viewer(ani.id());
            assertThat(guide.topics(reader.locale())).allSatisfy(topic -> assertThat(ADDRESS.matcher(topic.html())
                            .results()
                            .map(MatchResult::group)
                            .map(found -> found.substring(found.indexOf('"') + 1)))
                    .allSatisfy(address -> assertThat(mvc.get().uri(address).with(as(reader)))
                            .as(topic.name())
                            .hasStatusOk()));
        }
    }

    @Test
    void knowsNoOtherTopic() {
        assertThat(mvc.get().uri("/help/magic").with(as(ani))).hasStatus(404);
    }
}
