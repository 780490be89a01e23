package app.tahap.report;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the names for a report with one query. */
@Repository
class NameReader {

    private final JdbcClient jdbc;

    NameReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Names read(Scope scope) {
        Names names = new Names(new HashMap<>(), new HashMap<>(), new HashMap<>());
        jdbc.sql("""
                        select 'USER' as what, id, name from users
                        union all select 'REASON', id, label from outcome_reason
                        union all select 'STAGE', id, name from stage
                                   where pipeline_id = :pipeline and archived_at is not null
                        """).param("pipeline", scope.pipeline().id()).query(row -> {
            Map<Long, String> kind =
                    switch (row.getString("what")) {
                        case "USER" -> names.users();
                        case "REASON" -> names.reasons();
                        default -> names.archivedStages();
                    };
            kind.put(row.getLong("id"), row.getString("name"));
        });
        return names;
    }
}
