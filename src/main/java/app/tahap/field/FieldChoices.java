package app.tahap.field;

import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes the choices of a field. Records have their ids, so that a new label changes none of them. */
@Repository
@Transactional
class FieldChoices {

    /** More in a select would be searched, not chosen from. */
    private static final int MOST = 200;

    private final Fields fields;
    private final JdbcClient jdbc;
    private final Clock clock;

    FieldChoices(Fields fields, JdbcClient jdbc, Clock clock) {
        this.fields = fields;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A choice of a field.
     *
     * @throws NotFoundException where the field has none of that id
     */
    FieldChoice load(long fieldId, long id) {
        return fields.load(fieldId).choice(id).orElseThrow(() -> new NotFoundException("choice of " + fieldId, id));
    }

    /** Adds a choice at the end. */
    void add(long fieldId, String label) {
        lock();
        Field field = fields.load(fieldId);
        if (!field.type().hasChoices()) {
            throw new NotFoundException("field with choices", fieldId);
        }
        requireRoom(field);
        unique(label, () -> jdbc.sql("""
                        insert into custom_field_choice (field_id, label, position)
                        select :field, :label, coalesce(max(position), 0) + 1 from custom_field_choice where field_id = :field
                        """)
                .param("field", fieldId)
                .param("label", label.strip())
                .update());
    }

    void rename(long fieldId, long id, ChoiceForm form) {
        FieldChoice before = load(fieldId, id);
        String label = Objects.requireNonNull(form.label()).strip();
        int changed = unique(label, () -> jdbc.sql("""
                        update custom_field_choice set label = :label, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("label", label)
                .param("id", before.id())
                .param("version", Objects.requireNonNullElse(form.version(), -1))
                .update());
        if (changed == 0) {
            Versions.requireCurrent(FieldChoice.class, load(fieldId, id).version(), form.version());
        }
    }

    /** Puts a choice directly below another one on offer, or first where none is named. */
    void place(long fieldId, long id, @Nullable Long aboveId) {
        lock();
        load(fieldId, id);
        List<Long> ids = new ArrayList<>(fields.load(fieldId).offered().stream()
                .map(FieldChoice::id)
                .filter(other -> other != id)
                .toList());
        ids.add(aboveId == null ? 0 : ids.indexOf(aboveId) + 1, id);
        jdbc.sql("""
                        update custom_field_choice c set position = p.position
                          from unnest(:ids) with ordinality as p (id, position) where c.id = p.id
                        """).param("ids", ids.toArray(Long[]::new)).update();
    }

    /** The last one can be archived as well: then nothing is on offer, until another one is added. */
    void archive(long fieldId, long id) {
        load(fieldId, id);
        jdbc.sql("update custom_field_choice set archived_at = coalesce(archived_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Offers an archived choice again, where it stood. */
    void restore(long fieldId, long id) {
        lock();
        if (load(fieldId, id).archived()) {
            requireRoom(fields.load(fieldId));
        }
        jdbc.sql("update custom_field_choice set archived_at = null where id = :id")
                .param("id", id)
                .update();
    }

    private static void requireRoom(Field field) {
        if (field.offered().size() >= MOST) {
            throw new RuleException("field.choice.most", MOST);
        }
    }

    private void lock() {
        jdbc.sql("lock table custom_field_choice in share row exclusive mode").update();
    }

    /** The database compares labels without regard to case, archived ones too. */
    private static int unique(String label, IntSupplier change) {
        try {
            return change.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw new RuleException("field.choice.taken", label.strip());
        }
    }
}
