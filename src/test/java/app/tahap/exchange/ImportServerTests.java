package app.tahap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.Fixtures;
import app.tahap.HttpVisitor;
import app.tahap.ServerTest;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files on their way to and from a real web server. */
@ServerTest
class ImportServerTests {

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
}
