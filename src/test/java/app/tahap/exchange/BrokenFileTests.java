package app.tahap.exchange;

import static app.tahap.exchange.ImportFixtures.content;
import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes out of other systems is seldom tidy. Whatever can be read is read, and the rest is told row by row. */
@DatabaseTest
class BrokenFileTests {

    private static final String HEADING = "ID,Title,Amount,Currency,Stage,Created,Closed,Organisation\n";

    @Autowired
    ImportFixtures imports;

    @Autowired
    ImportRefusals refusals;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Pipeline pipeline;
    Viewer manager;

    @BeforeEach
    void prepare() {
        pipeline = fixtures.workspace();
        manager = fixtures.user("Sri Wahyuni", Role.MANAGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsEveryUsualEncoding(String charset) {
        bringIn((HEADING + "1,Café,5,USD,Proposal,,,Zoë & Jürgen\n").getBytes(Charset.forName(charset)));

        assertThat(texts("select title from deal")).containsExactly("Café");
        assertThat(texts("select name from organization")).containsExactly("Zoë & Jürgen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsPastAByteOrderMark(String charset) {
        bringIn(("\uFEFF" + HEADING + "1,A,5,USD,Proposal,,,\n").getBytes(Charset.forName(charset)));

        assertThat(texts("select external_id || ' ' || title from deal")).containsExactly("1 A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"';'", "'|'"})
    void readsOtherDelimiters(String delimiter) {
        bringIn((HEADING + "1,A,5,USD,Proposal,,,Acme\n").replace(",", delimiter));

        assertThat(texts("select name from organization")).containsExactly("Acme");
    }

    @Test
    void readsTabsAndDecimalCommasAndDotsBetweenThousands() {
        bringIn((HEADING + "1,A,@,IDR,Proposal,31.12.2025,,\n")
                .replace(",", "\t")
                .replace("@", "1.234.567,50"));

        assertThat(texts("select trim_scale(amount) || ' ' || currency from deal"))
                .containsExactly("1234567.5 IDR");
        assertThat(texts("select (created_at at time zone 'Asia/Jakarta')::date::text from deal"))
                .containsExactly("2025-12-31");
    }

    @Test
    void readsLineBreaksAndQuotationMarksWithinCells() {
        bringIn(HEADING + "1,\"Two\nlines, and \"\"quotes\"\"\",5,USD,Proposal,,,\n2,5\" screens,5,USD,Proposal,,,\n");

        assertThat(texts("select title from deal order by external_id"))
                .containsExactly("Two\nlines, and \"quotes\"", "5\" screens");
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        long id = check(HEADING + "1,\"Two\nlines\",5,USD,Proposal,,,\n\n,,,,,,,\n2,,5,USD,Proposal,,,\n");

        assertThat(refusals.page(id, 0, 10))
                .extracting(ImportRefusals.Refusal::row)
                .containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,A,5,USD,Proposal,31.02.2025,,                      | date",
                "1,A,5,USD,Proposal,someday,,                         | date",
                "1,A,5,USD,Proposal,2031-01-01,,                      | date.future",
                "1,A,5,USD,Won,2025-01-01,,                           | closed.missing",
                "1,A,5,USD,Won,2025-01-01,2024-01-01,                 | closed.early",
                "1,A,5,USD,Unheard of,2025-01-01,,                    | stage",
                "1,A,5,USD,,2025-01-01,,                              | stage.missing",
                "1,A,5                                                | cells",
                "1,A,5,USD,Proposal,2025-01-01,,Acme,one more         | cells",
                "1,A,5,RPX,Proposal,2025-01-01,,                      | currency",
                "1,A,-5,USD,Proposal,2025-01-01,,                     | amount.negative",
                "1,A,lots,USD,Proposal,2025-01-01,,                   | amount",
                "1,A,9999999999999999,USD,Proposal,2025-01-01,,       | amount.large",
                "1,,5,USD,Proposal,2025-01-01,,                       | title",
            })
    void refusesARowAndSaysWhy(String row, String reason) {
        long id = bringIn(HEADING + "0,Good,5,USD,Proposal,2025-01-01,,\n" + row + "\n");

        assertThat(result(id).created()).isOne();
        assertThat(result(id).refused()).isOne();
        assertThat(reasons(id)).containsExactly("3 " + reason);
        assertThat(texts("select title from deal")).containsExactly("Good");
    }

    @Test
    void refusesTheSecondRowWithAnId() {
        long id = bringIn(HEADING + "1,A,5,USD,Proposal,,,\n1,B,5,USD,Proposal,,,\n");

        assertThat(reasons(id)).containsExactly("3 duplicate");
        assertThat(texts("select title from deal")).containsExactly("A");
    }

    @Test
    void refusesVeryLongValuesAndCutsThemInTheMessage() {
        long id = check(HEADING + "1," + "long ".repeat(50_000) + ",5,USD,Proposal,,," + "x".repeat(201) + "\n");

        assertThat(reasons(id)).containsExactly("2 long long");
        assertThat(refusals.page(id, 0, 1).get(0).reasons().get(0).arguments().get(0))
                .hasSize(61);
    }

    @Test
    void refusesNulBytesInsteadOfFailingOnThem() {
        String rows = IntStream.range(0, 30)
                .mapToObj(i -> "id" + i + ",Deal number " + i + ",5,USD,Proposal,,,\n")
                .reduce("", String::concat);
        long id = bringIn(HEADING + rows + "1,A\0B,5,USD,Proposal,,,\n2,C,5,USD,\0,,,\n");

        assertThat(reasons(id)).containsExactly("32 characters", "33 stage");
        assertThat(result(id).created()).isEqualTo(30);
    }

    @Test
    void keepsFormulasAsTheTextsTheyAre() {
        bringIn(HEADING + "1,\"=HYPERLINK(\"\"http://evil\"\")\",5,USD,Proposal,,,'+62 Corp\n");

        assertThat(texts("select title from deal")).containsExactly("=HYPERLINK(\"http://evil\")");
        assertThat(texts("select name from organization")).containsExactly("+62 Corp");
    }

    @Test
    void numbersRowsWithoutIdsSoThatTwinsSurviveAndReturnAsThemselves() {
        String file = "Title,Stage,Organisation\nLaptops,Proposal,Acme\nLaptops,Proposal,Acme\n";

        bringIn(file);
        long again = bringIn(file);

        assertThat(texts("select title from deal")).hasSize(2);
        assertThat(result(again).present()).isEqualTo(2);
    }

    @Test
    void makesOneContactOfNamesThatDifferInCase() {
        String file = """
                Title,Stage,Organisation,Person,Owner,Source
                A,Proposal,PT Maju,Rudi,Budi,Pameran
                B,Proposal,pt maju,RUDI,Budi,PAMERAN
                C,Proposal,,Rudi,,
                """;

        assertThat(result(check(file)).people()).isOne();
        bringIn(file);

        assertThat(texts("select name from organization")).hasSize(1);
        assertThat(texts("select name from person")).hasSize(1);
        assertThat(texts("select distinct label from lead_source where lower(label) = 'pameran'"))
                .hasSize(1);
        assertThat(texts("select concat_ws(' ', name, email, role) from users where password_hash is null"))
                .containsExactly("Budi REP");
    }

    @Test
    void keepsReasonsForLosing() {
        bringIn(
                "ID,Title,Stage,Closed,Lost reason\n1,A,Lost,2025-01-01,price\n2,B,Lost,2025-01-01,Moon phase\n3,C,Lost,2025-01-01,\n");

        assertThat(
                        texts(
                                "select coalesce(r.label, '-') from deal d left join outcome_reason r on r.id = d.reason_id order by d.external_id"))
                .containsExactly("Price", "Moon phase", "-");
    }

    private long check(String file) {
        return imports.check(content(file), pipeline, manager);
    }

    private long bringIn(String file) {
        return imports.bringIn(content(file), pipeline, manager);
    }

    private long bringIn(byte[] file) {
        return imports.bringIn(content(file), pipeline, manager);
    }

    private List<String> reasons(long id) {
        return refusals.page(id, 0, 10).stream()
                .map(refusal -> refusal.row() + " "
                        + String.join(
                                " ",
                                refusal.reasons().stream().map(Problem::key).toList()))
                .toList();
    }

    private ImportResult result(long id) {
        return imports.result(id, manager);
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
