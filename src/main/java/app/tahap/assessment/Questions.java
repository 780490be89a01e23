package app.tahap.assessment;

import app.tahap.web.NotFoundException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the questions of pipelines. */
@Repository
class Questions {

    private static final String SELECT = """
            select q.id, q.pipeline_id, w.id as wording_id, w.kind, w.english, w.indonesian, w.english_help,
                   w.indonesian_help, w.choices, q.for_proposal, q.archived_at is not null as archived, q.version,
                   (select count(distinct a.deal_id) from question_wording o join deal_answer a on a.wording_id = o.id
                     where o.question_id = q.id and a.given) as answers,
                   exists (select from deal_answer a where a.wording_id = w.id and a.given) as answered
              from question q
              join question_wording w on w.id = (select max(id) from question_wording where question_id = q.id)
            """;

    private final JdbcClient jdbc;
    private final Wordings wordings;

    Questions(JdbcClient jdbc, Wordings wordings) {
        this.jdbc = jdbc;
        this.wordings = wordings;
    }

    /** Those that are asked in their order, then the archived ones. */
    List<Question> of(long pipelineId) {
        return query(
                SELECT + " where q.pipeline_id = :id order by q.archived_at is not null, q.position, q.id", pipelineId);
    }

    Question load(long id) {
        return query(SELECT + " where q.id = :id", id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("question", id));
    }

    private List<Question> query(String sql, long id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, number) -> new Question(
                        row.getLong("id"),
                        row.getLong("pipeline_id"),
                        row.getLong("wording_id"),
                        wordings.read(row),
                        row.getBoolean("for_proposal"),
                        row.getBoolean("archived"),
                        row.getInt("version"),
                        row.getLong("answers"),
                        row.getBoolean("answered")))
                .list();
    }
}
