package app.tahap.exchange;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class UploadControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer manager;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        manager = fixtures.user("Sri Wahyuni", Role.MANAGER);
    }

    @Test
    void keepsAFileAndAsksHowItIsWritten() {
        assertThat(upload("C:\\Users\\sri\\de\0als.csv", "Title,Stage\nA,Proposal\n"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .matches("/imports/\\d+/format");
        assertThat(jdbc.sql("select file_name || ' ' || rows_total || ' ' || status from deal_import")
                        .query(String.class)
                        .single())
                .isEqualTo("deals.csv 1 DRAFT");
    }

    @Test
    void showsTheFormWithItsLimit() {
        assertThat(mvc.get().uri("/imports/new").with(as(manager)))
                .hasStatusOk()
                .bodyText()
                .contains("type=\"file\"", "At most 25 MB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                             | This file is empty.",
                "'\uFEFF'                       | This file is empty.",
                "'sep='                         | This file is empty.",
                "'sep=;\n'                      | This file is empty.",
                "'Title,Stage'                  | This file has a heading but no rows below it.",
                "'Title,Stage\nA,\"Proposal\nB' | From line 2 on this file cannot be read",
                "'PK\u0003\u0004rest'           | This is a workbook.",
            })
    void refusesWhatIsNoTableWithReasons(String content, String reason) {
        MvcTestResult result = upload("deals.csv", content.replace("\\n", "\n"));

        assertThat(result).hasStatus(422).bodyText().contains(reason, "role=\"alert\"", "type=\"file\"");
        assertThat(count("deal_import")).isZero();
    }

    @Test
    void refusesAPictureWhateverItsName() {
        byte[] png = new byte[4096];
        IntStream.range(0, png.length).forEach(i -> png[i] = (byte) (i * 31));

        assertThat(mvc.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "deals.csv", "text/csv", png))
                        .with(as(manager))
                        .with(csrf())))
                .hasStatus(422)
                .bodyText()
                .contains("This is not a text file.");
    }

    @Test
    void asksForAFileWhenNoneWasChosen() {
        assertThat(upload("", "")).hasStatus(422).bodyText().contains("Please choose a file.");
        assertThat(mvc.post().uri("/imports").with(as(manager)).with(csrf())).hasStatus(422);
    }

    @Test
    void refusesMoreRowsThanItCanShowAndCheck() {
        String rows = "A,Proposal\n".repeat(FileSurvey.MOST_ROWS + 1);

        assertThat(upload("deals.csv", "Title,Stage\n" + rows))
                .hasStatus(422)
                .bodyText()
                .contains("200,000 rows");
    }

    @Test
    void refusesAFileThatIsTooLargeBeforeReadingIt() {
        assertThat(mvc.post().uri("/imports").with(as(manager)).with(csrf()).with(request -> {
                    request.setContent(new byte[26 * 1024 * 1024]);
                    return request;
                }))
                .hasStatus(413);
    }

    @Test
    void isNotForReps() {
        Viewer rep = fixtures.user("Ani Basuki", Role.REP);

        assertThat(mvc.get().uri("/imports/new").with(as(rep))).hasStatus(403);
        assertThat(mvc.post().uri("/imports").with(as(rep)).with(csrf())).hasStatus(403);
    }

    @Test
    void refusesAFileWithoutCsrfToken() {
        assertThat(mvc.post().uri("/imports").with(as(manager))).hasStatus(403);
    }

    private MvcTestResult upload(String name, String content) {
        return mvc.perform(multipart("/imports")
                .file(new MockMultipartFile("file", name, "text/csv", content.getBytes(StandardCharsets.UTF_8)))
                .with(as(manager))
                .with(csrf()));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
