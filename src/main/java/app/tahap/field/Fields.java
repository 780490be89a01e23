package app.tahap.field;

import app.tahap.web.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads definitions of fields, and the values of a record; one query each.
 *
 * <p>A form shows {@link FieldForms#of}, is read by {@link FieldForms#read}, and is drawn by the fragments of
 * {@code field/_fields.html}; {@link FieldWords} says values as people read them.
 */
@Repository
public class Fields {

    private static final String DEFINITIONS = """
            select f.id, f.kind, f.type, f.name, f.hint, f.required, f.archived_at is not null as archived, f.version,
                   c.id as choice_id, c.label, c.archived_at is not null as choice_archived, c.version as choice_version
              from custom_field f left join custom_field_choice c on c.field_id = f.id
             where %s
             order by f.archived_at is not null, f.position, f.id, c.archived_at is not null, c.position, c.id
            """;

    private final JdbcClient jdbc;

    Fields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The definitions in use for a kind of records, in their order. */
    public List<Field> inUse(RecordKind kind) {
        return all(kind).stream().filter(field -> !field.archived()).toList();
    }

    /** All definitions for a kind of records: those in use in their order, then the archived ones. */
    public List<Field> all(RecordKind kind) {
        return read(jdbc.sql(DEFINITIONS.formatted("f.kind = :kind")).param("kind", kind.name()));
    }

    /**
     * A definition, archived or not.
     *
     * @throws NotFoundException where there is none
     */
    public Field load(long id) {
        return read(jdbc.sql(DEFINITIONS.formatted("f.id = :id")).param("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("field", id));
    }

    /** What a record has in its fields; whoever asks has made sure that the viewer may see the record. */
    public FieldValues values(RecordKind kind, long recordId) {
        return FieldValues.ofJson(jdbc.sql("select fields::text from " + kind.table() + " where id = :id")
                .param("id", recordId)
                .query(String.class)
                .optional()
                .orElse(null));
    }

    /** What several records have in their fields, by the records' ids. */
    public Map<Long, FieldValues> values(RecordKind kind, Collection<Long> recordIds) {
        Map<Long, FieldValues> values = new HashMap<>();
        jdbc.sql("select id, fields::text as fields from " + kind.table() + " where id = any(:ids)")
                .param("ids", recordIds.toArray(Long[]::new))
                .query(row -> {
                    values.put(row.getLong("id"), FieldValues.ofJson(row.getString("fields")));
                });
        return values;
    }

    private static List<Field> read(JdbcClient.StatementSpec statement) {
        Map<Long, Field> fields = new LinkedHashMap<>();
        Map<Long, List<FieldChoice>> choices = new LinkedHashMap<>();
        statement.query(row -> {
            long id = row.getLong("id");
            if (!fields.containsKey(id)) {
                choices.put(id, new ArrayList<>());
                fields.put(id, field(row, Objects.requireNonNull(choices.get(id))));
            }
            FieldChoice choice = choice(row);
            if (choice != null) {
                Objects.requireNonNull(choices.get(id)).add(choice);
            }
        });
        return List.copyOf(fields.values());
    }

    private static Field field(ResultSet row, List<FieldChoice> choices) throws SQLException {
        return new Field(
                row.getLong("id"),
                RecordKind.valueOf(row.getString("kind")),
                FieldType.valueOf(row.getString("type")),
                row.getString("name"),
                row.getString("hint"),
                row.getBoolean("required"),
                row.getBoolean("archived"),
                row.getInt("version"),
                choices);
    }

    private static @Nullable FieldChoice choice(ResultSet row) throws SQLException {
        Long id = row.getObject("choice_id", Long.class);
        return id == null
                ? null
                : new FieldChoice(
                        id, row.getString("label"), row.getBoolean("choice_archived"), row.getInt("choice_version"));
    }
}
