package app.tahap.pipeline;

import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the lists of reasons, sources and the like. Nothing is ever removed, since deals may have it. */
@Repository
@Transactional
class ChoiceLists {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChoiceLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The entries on offer in their order, then the archived ones. */
    List<ChoiceEntry> entries(ChoiceList list) {
        return jdbc.sql("""
                        select id, label, archived_at is not null as archived, version from %s where %s
                         order by archived_at is not null, position, id
                        """.formatted(list.table(), list.condition()))
                .query(ChoiceEntry.class)
                .list();
    }

    /** Adds an entry at the end. */
    void add(ChoiceList list, String label) {
        String[] belonging = list.belonging();
        unique(label, () -> jdbc.sql("""
                        insert into %s (%slabel, position)
                        select %s:label, coalesce(max(position), 0) + 1 from %1$s where %4$s
                        """.formatted(list.table(), belonging[0], belonging[1], list.condition()))
                .param("label", label.strip())
                .update());
    }

    void rename(ChoiceList list, long id, ChoiceForm form) {
        String label = Objects.requireNonNull(form.label()).strip();
        load(list, id);
        int changed = unique(label, () -> jdbc.sql("update " + list.table()
                        + " set label = :label, version = version + 1 where id = :id and version = :version")
                .param("label", label)
                .param("id", id)
                .param("version", Objects.requireNonNullElse(form.version(), -1))
                .update());
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Entry " + id + " was renamed meanwhile");
        }
    }

    /** Puts an entry directly below another one of those on offer, or first where none is named. */
    void place(ChoiceList list, long id, @Nullable Long aboveId) {
        lock(list);
        load(list, id);
        List<Long> ids = new ArrayList<>(entries(list).stream()
                .filter(entry -> !entry.archived() && entry.id() != id)
                .map(ChoiceEntry::id)
                .toList());
        ids.add(aboveId == null ? 0 : ids.indexOf(aboveId) + 1, id);
        for (int position = 1; position <= ids.size(); position++) {
            update(list, ids.get(position - 1), "position = " + position);
        }
    }

    void archive(ChoiceList list, long id) {
        lock(list);
        ChoiceEntry entry = load(list, id);
        boolean last = entries(list).stream().allMatch(other -> other.archived() || other.id() == id);
        if (last && !list.mayBeEmpty() && !entry.archived()) {
            throw new RuleException("pipeline.choice.last", entry.label());
        }
        jdbc.sql("update " + list.table() + " set archived_at = coalesce(archived_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Offers an archived entry again, where it stood. */
    void restore(ChoiceList list, long id) {
        update(list, load(list, id).id(), "archived_at = null");
    }

    ChoiceEntry load(ChoiceList list, long id) {
        return entries(list).stream()
                .filter(entry -> entry.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("entry of " + list, id));
    }

    private void lock(ChoiceList list) {
        jdbc.sql("lock table " + list.table() + " in share row exclusive mode").update();
    }

    private void update(ChoiceList list, long id, String change) {
        jdbc.sql("update " + list.table() + " set " + change + " where id = :id")
                .param("id", id)
                .update();
    }

    /** The database compares labels without regard to case, archived ones too. */
    private static int unique(String label, IntSupplier change) {
        try {
            return change.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw new RuleException("pipeline.choice.taken", label.strip());
        }
    }
}
