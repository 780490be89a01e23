package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.HttpVisitor;
import app.tahap.ServerTest;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files on their way to and from a real web server. */
@ServerTest
class ImportServerTests {

    private static final String FORM = "multipart/form-data; boundary=x";

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer manager;
    HttpVisitor visitor;

    @BeforeEach
    void prepare() {
        fixtures.workspace();
        manager = fixtures.user("Sri", Role.MANAGER);
        visitor = new HttpVisitor(port);
        visitor.logIn("sri@example.com");
    }

    @Test
    void handsOutMoreRefusedRowsThanTheServerHoldsBack() {
        long id = jdbc.sql("""
                        insert into deal_import (file_name, file_size, status, settings, uploaded_by, uploaded_at)
                        values ('deals.csv', 1, 'FINISHED', :settings::jsonb, :sri, now()) returning id
                        """)
                .param("settings", """
                        {"format": {"charset": "UTF-8", "delimiter": "COMMA", "heading": true, "dates": "DMY",
                                    "decimals": "POINT"}, "headings": ["Title"], "columns": null, "values": null}
                        """)
                .param("sri", manager.id())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into deal_import_refusal (import_id, row_number, reasons, cells)
                        select :import, n, '[]'::jsonb, array['Deal ' || n || repeat('x', 100)] from generate_series(1, 1000) n
                        """).param("import", id).update();

        HttpResponse<String> file = visitor.get("/imports/" + id + "/refused.csv");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("Deal 1000x").hasLineCount(1001);
    }

    @Test
    void takesAFileWithALongNameOfAnyScript() {
        HttpResponse<String> answer = upload("提".repeat(200) + ".csv", "Title,Stage\nA,Proposal\n");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select char_length(file_name) from deal_import")
                        .query(Integer.class)
                        .single())
                .isEqualTo(204);
    }

    @Test
    void saysHowLargeAFileMayBe() {
        HttpResponse<String> answer = upload("deals.csv", "x".repeat(26 * 1024 * 1024));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("25 MB");
    }

    @Test
    void refusesAFormThatIsCutOff() {
        HttpResponse<String> answer = visitor.post(
                "/imports",
                "/imports/new",
                FORM,
                "--x\r\nContent-Disposition: form-data; na".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("That request was not understood");
    }

    @Test
    void refusesAFormWithoutBoundary() {
        for (String type : new String[] {"multipart/form-data", "multipart/form-data; boundary="}) {
            HttpResponse<String> answer = visitor.post("/deals", "/imports/new", type, new byte[] {1});

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("That request was not understood");
        }
    }

    @Test
    void refusesAnUnreadableFormWithoutToken() {
        for (String type : new String[] {"multipart/form-data", FORM}) {
            assertThat(visitor.post("/deals", null, type, new byte[] {1}).statusCode())
                    .isBetween(400, 403);
        }
    }

    @Test
    void hidesTheErrorPageFromThoseWhoAskForIt() {
        assertThat(visitor.get("/error").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> upload(String name, String content) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--x--\r\n";
        return visitor.post("/imports", "/imports/new", FORM, body.getBytes(StandardCharsets.UTF_8));
    }
}
