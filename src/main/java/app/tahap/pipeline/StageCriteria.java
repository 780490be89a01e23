package app.tahap.pipeline;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The exit criteria that stages have. */
@Repository
class StageCriteria {

    private final JdbcClient jdbc;
    private final Clock clock;

    StageCriteria(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Row> of(long stageId) {
        return jdbc.sql("""
                        select id, kind, field_id, text, case when required then 'REQUIRED' else 'ADVISED' end as need
                          from exit_criterion where stage_id = :stage and removed_at is null order by position, id
                        """).param("stage", stageId).query(Row.class).list();
    }

    /** Adds a criterion below the others. */
    void add(long stageId, CriterionKind kind, @Nullable Long fieldId, @Nullable String text, Need need) {
        jdbc.sql("""
                        insert into exit_criterion (stage_id, kind, field_id, text, required, position)
                        select :stage, :kind, :field, :text, :required, coalesce(max(position), 0) + 1
                          from exit_criterion where stage_id = :stage
                        """)
                .param("stage", stageId)
                .param("kind", kind.name())
                .param("field", fieldId)
                .param("text", text)
                .param("required", need == Need.REQUIRED)
                .update();
    }

    void change(long id, @Nullable String text, Need need) {
        jdbc.sql("update exit_criterion set text = :text, required = :required where id = :id")
                .param("text", text)
                .param("required", need == Need.REQUIRED)
                .param("id", id)
                .update();
    }

    /** What happened while they counted stays as it happened. */
    void remove(Collection<Long> ids) {
        jdbc.sql("update exit_criterion set removed_at = :now where id = any(:ids)")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /**
     * One criterion of a stage.
     *
     * @param fieldId which custom field, for {@link CriterionKind#FIELD}
     * @param text what is to be ticked, for {@link CriterionKind#CHECKLIST}
     */
    record Row(
            long id,
            CriterionKind kind,
            @Nullable Long fieldId,
            @Nullable String text,
            Need need) {

        boolean isItem() {
            return kind == CriterionKind.CHECKLIST;
        }

        /** By which it stands in the form. */
        String key() {
            return fieldId == null ? kind.name() : kind + "-" + fieldId;
        }
    }
}
