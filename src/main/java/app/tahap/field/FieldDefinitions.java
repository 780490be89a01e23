package app.tahap.field;

import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes the definitions of fields. What a field holds is told once: records may have values of that type. */
@Repository
@Transactional
class FieldDefinitions {

    /** More in a form would be filled in by nobody. */
    private static final int MOST = 50;

    private final Fields fields;
    private final FieldChoices choices;
    private final JdbcClient jdbc;
    private final Clock clock;

    FieldDefinitions(Fields fields, FieldChoices choices, JdbcClient jdbc, Clock clock) {
        this.fields = fields;
        this.choices = choices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a field at the end, with its choices. */
    long add(DefinitionForm form) {
        RecordKind kind = Objects.requireNonNull(form.kind());
        lock();
        requireRoom(kind);
        long id = unique(form, () -> jdbc.sql("""
                        insert into custom_field (kind, type, name, hint, required, position)
                        select :kind, :type, :name, :hint, :required, coalesce(max(position), 0) + 1
                          from custom_field where kind = :kind
                        returning id
                        """)
                .param("kind", kind.name())
                .param("type", Objects.requireNonNull(form.type()).name())
                .param("name", form.strippedName())
                .param("hint", form.strippedHint())
                .param("required", form.isRequired())
                .query(Long.class)
                .single());
        form.choiceLabels().forEach(label -> choices.add(id, label));
        return id;
    }

    void change(long id, DefinitionForm form) {
        fields.load(id);
        int changed = unique(form, () -> jdbc.sql("""
                        update custom_field
                           set name = :name, hint = :hint, required = :required, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("name", form.strippedName())
                .param("hint", form.strippedHint())
                .param("required", form.isRequired())
                .param("id", id)
                .param("version", Objects.requireNonNullElse(form.version(), -1))
                .update());
        if (changed == 0) {
            Versions.requireCurrent(Field.class, fields.load(id).version(), form.version());
        }
    }

    /** Puts a field directly below another one in use of its kind, or first where none is named. */
    void place(long id, @Nullable Long aboveId) {
        lock();
        Field moved = fields.load(id);
        List<Long> ids = new ArrayList<>(fields.inUse(moved.kind()).stream()
                .map(Field::id)
                .filter(other -> other != id)
                .toList());
        ids.add(aboveId == null ? 0 : ids.indexOf(aboveId) + 1, id);
        jdbc.sql("""
                        update custom_field f set position = p.position
                          from unnest(:ids) with ordinality as p (id, position) where f.id = p.id
                        """).param("ids", ids.toArray(Long[]::new)).update();
    }

    void archive(long id) {
        fields.load(id);
        jdbc.sql("update custom_field set archived_at = coalesce(archived_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Uses an archived field again, where it stood. */
    void restore(long id) {
        lock();
        Field field = fields.load(id);
        if (field.archived()) {
            requireRoom(field.kind());
        }
        jdbc.sql("update custom_field set archived_at = null where id = :id")
                .param("id", id)
                .update();
    }

    private void requireRoom(RecordKind kind) {
        if (fields.inUse(kind).size() >= MOST) {
            throw new RuleException("field.most", MOST);
        }
    }

    private void lock() {
        jdbc.sql("lock table custom_field in share row exclusive mode").update();
    }

    /** The database compares names without regard to case, archived ones too. */
    private static <T> T unique(DefinitionForm form, Supplier<T> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException taken) {
            throw new RuleException("field.name.taken", form.strippedName());
        }
    }
}
