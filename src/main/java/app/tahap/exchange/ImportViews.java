package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads imports as the viewer may see them: administrators all, managers their own. */
@Repository
class ImportViews {

    private static final String VISIBLE = "(:all or i.uploaded_by = :viewer)";

    private static final String VIEW = """
            select i.id, i.version, i.kind, i.file_name, i.status, i.heartbeat_at,
                   i.settings -> 'values' is not null and i.settings -> 'values' <> 'null' as described,
                   i.rows_total, i.rows_done, i.result::text, u.name as uploaded_by, i.uploaded_at, i.finished_at,
                   i.taken_back_at
              from deal_import i join users u on u.id = i.uploaded_by
             where %s
            """.formatted(VISIBLE);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportViews(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    long count(Viewer viewer) {
        return as(viewer, jdbc.sql("select count(*) from deal_import i where " + VISIBLE))
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    List<ImportView> page(Viewer viewer, long offset, int limit) {
        return as(viewer, jdbc.sql(VIEW + " order by i.id desc offset :offset limit :limit"))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> map(row))
                .list();
    }

    ImportView load(long id, Viewer viewer) {
        return as(viewer, jdbc.sql(VIEW + " and i.id = :import"))
                .param("import", id)
                .query((row, number) -> map(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("import", id));
    }

    private static JdbcClient.StatementSpec as(Viewer viewer, JdbcClient.StatementSpec statement) {
        return statement.param("all", viewer.isAdministrator()).param("viewer", viewer.id());
    }

    private ImportView map(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new ImportView(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("kind"),
                row.getString("file_name"),
                ImportStatus.valueOf(row.getString("status"))
                        .seenAt(clock.instant(), instant(row.getTimestamp("heartbeat_at"))),
                row.getBoolean("described"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                result == null ? null : json.readValue(result, ImportResult.class),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                instant(row.getTimestamp("finished_at")),
                instant(row.getTimestamp("taken_back_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
