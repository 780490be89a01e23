package app.tahap.qualification;

import app.tahap.web.NotFoundException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads frameworks and their criteria. */
@Repository
class Frameworks {

    private static final String CRITERIA = """
            select c.id, c.framework_id, c.kind, c.name, c.hint, c.weight, c.words, c.essential, c.reason_id,
                   c.archived_at is not null as archived, c.version
              from qualification_criterion c
            """;

    private static final String FRAMEWORKS =
            "select id, name, minimum_score, archived_at is not null as archived, version from qualification_framework";

    private final JdbcClient jdbc;

    Frameworks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in use, then the archived ones. */
    List<Framework> all() {
        return jdbc.sql(FRAMEWORKS + " order by archived_at is not null, id")
                .query(Framework.class)
                .list();
    }

    Framework load(long id) {
        return jdbc.sql(FRAMEWORKS + " where id = :id")
                .param("id", id)
                .query(Framework.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("framework", id));
    }

    /** A framework's criteria in their order, then the archived ones. */
    List<Criterion> criteria(long frameworkId) {
        return jdbc.sql(CRITERIA
                        + " where c.framework_id = :framework order by c.archived_at is not null, c.position, c.id")
                .param("framework", frameworkId)
                .query((row, number) -> criterion(row))
                .list();
    }

    /** The criteria in use by which the deals of a pipeline are asked; none where it has no framework. */
    List<Criterion> ofPipeline(long pipelineId) {
        return jdbc.sql(CRITERIA + """
                          join qualification_choice p on p.framework_id = c.framework_id
                         where p.pipeline_id = :pipeline and c.archived_at is null
                         order by c.position, c.id
                        """)
                .param("pipeline", pipelineId)
                .query((row, number) -> criterion(row))
                .list();
    }

    /** The criteria in use by which the deals of any pipeline are asked. */
    List<Criterion> inUse() {
        return jdbc.sql(CRITERIA + """
                         where c.framework_id in (select framework_id from qualification_choice) and c.archived_at is null
                         order by c.framework_id, c.position, c.id
                        """).query((row, number) -> criterion(row)).list();
    }

    Criterion criterion(long id) {
        return jdbc.sql(CRITERIA + " where c.id = :id")
                .param("id", id)
                .query((row, number) -> criterion(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("criterion", id));
    }

    private static Criterion criterion(ResultSet row) throws SQLException {
        Array words = row.getArray("words");
        return new Criterion(
                row.getLong("id"),
                row.getLong("framework_id"),
                AnswerKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("hint"),
                row.getInt("weight"),
                Arrays.asList((String[]) words.getArray()),
                row.getBoolean("essential"),
                row.getObject("reason_id", Long.class),
                row.getBoolean("archived"),
                row.getInt("version"));
    }
}
