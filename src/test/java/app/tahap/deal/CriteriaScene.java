package app.tahap.deal;

import app.tahap.pipeline.CriterionKind;
import app.tahap.pipeline.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exit criteria as an administrator sets them. */
public final class CriteriaScene {

    private CriteriaScene() {}

    public static long require(JdbcClient jdbc, Stage stage, CriterionKind kind) {
        return add(jdbc, stage, kind, null, true);
    }

    public static long advise(JdbcClient jdbc, Stage stage, CriterionKind kind) {
        return add(jdbc, stage, kind, null, false);
    }

    public static long requireItem(JdbcClient jdbc, Stage stage, String text) {
        return add(jdbc, stage, CriterionKind.CHECKLIST, text, true);
    }

    public static long adviseItem(JdbcClient jdbc, Stage stage, String text) {
        return add(jdbc, stage, CriterionKind.CHECKLIST, text, false);
    }

    /** A text field of the administrator's that a stage requires; answers the field's id. */
    public static long requireField(JdbcClient jdbc, Stage stage, String name) {
        long field = jdbc.sql(
                        "insert into custom_field (kind, type, name, position) values ('DEAL', 'TEXT', :name, 1) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into exit_criterion (stage_id, kind, field_id, required, position)
                        values (:stage, 'FIELD', :field, true, 9)
                        """).param("stage", stage.id()).param("field", field).update();
        return field;
    }

    /** Forgets what the template set. */
    public static void clear(JdbcClient jdbc) {
        jdbc.sql("delete from deal_tick").update();
        jdbc.sql("delete from exit_criterion").update();
    }

    private static long add(JdbcClient jdbc, Stage stage, CriterionKind kind, @Nullable String text, boolean required) {
        return jdbc.sql("""
                        insert into exit_criterion (stage_id, kind, text, required, position)
                        select :stage, :kind, :text, :required, coalesce(max(position), 0) + 1
                          from exit_criterion where stage_id = :stage
                        returning id
                        """)
                .param("stage", stage.id())
                .param("kind", kind.name())
                .param("text", text)
                .param("required", required)
                .query(Long.class)
                .single();
    }
}
