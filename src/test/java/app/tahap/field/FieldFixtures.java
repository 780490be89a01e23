package app.tahap.field;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes fields for tests. */
public final class FieldFixtures {

    private FieldFixtures() {}

    /** A field at the end; with choices by their labels. */
    public static long field(JdbcClient jdbc, RecordKind kind, FieldType type, String name, String... choices) {
        long id = jdbc.sql("""
                        insert into custom_field (kind, type, name, position)
                        select :kind, :type, :name, coalesce(max(position), 0) + 1 from custom_field where kind = :kind
                        returning id
                        """)
                .param("kind", kind.name())
                .param("type", type.name())
                .param("name", name)
                .query(Long.class)
                .single();
        for (int i = 0; i < choices.length; i++) {
            jdbc.sql("insert into custom_field_choice (field_id, label, position) values (:field, :label, :position)")
                    .param("field", id)
                    .param("label", choices[i])
                    .param("position", i + 1)
                    .update();
        }
        return id;
    }

    public static long choice(JdbcClient jdbc, long field, String label) {
        return jdbc.sql("select id from custom_field_choice where field_id = :field and label = :label")
                .param("field", field)
                .param("label", label)
                .query(Long.class)
                .single();
    }

    public static void require(JdbcClient jdbc, long field) {
        jdbc.sql("update custom_field set required = true where id = :id")
                .param("id", field)
                .update();
    }

    public static void archive(JdbcClient jdbc, long field) {
        jdbc.sql("update custom_field set archived_at = now() where id = :id")
                .param("id", field)
                .update();
    }

    public static void archiveChoice(JdbcClient jdbc, long choice) {
        jdbc.sql("update custom_field_choice set archived_at = now() where id = :id")
                .param("id", choice)
                .update();
    }
}
