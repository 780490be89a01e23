package app.tahap.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows that were refused, with their reasons. */
@Repository
class ImportRefusals {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRefusals(JdbcTemplate template, JdbcClient jdbc, JsonMapper json) {
        this.template = template;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A refused row: its number, what was wrong, and its cells. */
    record Refusal(int row, List<Problem> reasons, List<String> cells) {}

    void add(long importId, List<ReadRow> refused) {
        keep(
                importId,
                refused.stream()
                        .map(row -> new Refusal(
                                row.row().number(), row.problems(), row.row().cells()))
                        .toList());
    }

    void keep(long importId, List<Refusal> refused) {
        template.batchUpdate(
                "insert into deal_import_refusal (import_id, row_number, reasons, cells) values (?, ?, ?::jsonb, ?)",
                refused.stream()
                        .map(row -> new Object[] {
                            importId,
                            row.row(),
                            json.writeValueAsString(row.reasons()),
                            row.cells().toArray(String[]::new)
                        })
                        .toList());
    }

    void clear(long importId) {
        jdbc.sql("delete from deal_import_refusal where import_id = :import")
                .param("import", importId)
                .update();
    }

    List<Refusal> page(long importId, long offset, int limit) {
        return statement(importId, " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> refusal(row))
                .list();
    }

    /** Hands over every refused row, one at a time; must run in a transaction to do so. */
    void forEach(long importId, Consumer<Refusal> consumer) {
        statement(importId, "").query(row -> {
            consumer.accept(refusal(row));
        });
    }

    private JdbcClient.StatementSpec statement(long importId, String part) {
        return jdbc.sql("select row_number, reasons::text, cells from deal_import_refusal"
                        + " where import_id = :import order by row_number" + part)
                .param("import", importId);
    }

    private Refusal refusal(ResultSet row) throws SQLException {
        return new Refusal(
                row.getInt("row_number"),
                List.of(json.readValue(row.getString("reasons"), Problem[].class)),
                List.of((String[]) row.getArray("cells").getArray()));
    }
}
