package app.tahap.activity;

import app.tahap.pipeline.PipelineCreated;
import app.tahap.web.Choice;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the kinds of activities. None is ever removed, since activities may have it. */
@Repository
@Transactional
public class ActivityKinds {

    private static final List<KindMark> FIRST = List.of(KindMark.CALL, KindMark.MAIL, KindMark.MEETING, KindMark.TASK);

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    ActivityKinds(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** The kinds on offer in their order, then the archived ones. */
    @Transactional(readOnly = true)
    public List<ActivityKind> all() {
        return jdbc.sql("""
                        select id, label, mark, contact, archived_at is not null as archived, version from activity_kind
                         order by archived_at is not null, position, id
                        """).query(ActivityKind.class).list();
    }

    /** The kinds on offer, and the one that an activity has although it was archived. */
    @Transactional(readOnly = true)
    public List<Choice> choices(@Nullable Long present) {
        return all().stream()
                .filter(kind -> !kind.archived() || Objects.equals(kind.id(), present))
                .map(kind -> new Choice(kind.id(), kind.label()))
                .toList();
    }

    /** The first kind on offer that is no contact with the customer, else the first of all: for what Tahap itself plans. */
    @Transactional(readOnly = true)
    public long task() {
        return jdbc.sql("""
                        select id from activity_kind order by archived_at is not null, contact, position, id limit 1
                        """).query(Long.class).single();
    }

    /** A new workspace begins with some kinds, named in the language of its first pipeline. */
    @EventListener
    public void begin(PipelineCreated created) {
        if (!all().isEmpty()) {
            return;
        }
        for (KindMark mark : FIRST) {
            String label = messages.getMessage("activity.kind.first." + mark, null, created.language());
            add(new ActivityKindForm(label, mark, mark != KindMark.TASK, null));
        }
    }

    /** Adds a kind at the end. */
    void add(ActivityKindForm form) {
        unique(form, () -> jdbc.sql("""
                        insert into activity_kind (label, mark, contact, position)
                        select :label, :mark, :contact, coalesce(max(position), 0) + 1 from activity_kind
                        """)
                .param("label", form.name())
                .param("mark", Objects.requireNonNull(form.mark()).name())
                .param("contact", form.isContact())
                .update());
    }

    void change(long id, ActivityKindForm form) {
        load(id);
        int changed = unique(form, () -> jdbc.sql("""
                        update activity_kind set label = :label, mark = :mark, contact = :contact, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("label", form.name())
                .param("mark", Objects.requireNonNull(form.mark()).name())
                .param("contact", form.isContact())
                .param("id", id)
                .param("version", Objects.requireNonNullElse(form.version(), -1))
                .update());
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Kind " + id + " was changed meanwhile");
        }
    }

    /** Puts a kind directly below another one of those on offer, or first where none is named. */
    void place(long id, @Nullable Long aboveId) {
        lock();
        load(id);
        List<Long> ids = new ArrayList<>(all().stream()
                .filter(kind -> !kind.archived() && kind.id() != id)
                .map(ActivityKind::id)
                .toList());
        ids.add(aboveId == null ? 0 : ids.indexOf(aboveId) + 1, id);
        for (int position = 1; position <= ids.size(); position++) {
            update(ids.get(position - 1), "position = " + position);
        }
    }

    void archive(long id) {
        lock();
        ActivityKind kind = load(id);
        boolean last = all().stream().allMatch(other -> other.archived() || other.id() == id);
        if (last && !kind.archived()) {
            throw new RuleException("activity.kind.last", kind.label());
        }
        jdbc.sql("update activity_kind set archived_at = coalesce(archived_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Offers an archived kind again, where it stood. */
    void restore(long id) {
        update(load(id).id(), "archived_at = null");
    }

    ActivityKind load(long id) {
        return all().stream()
                .filter(kind -> kind.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("kind of activity", id));
    }

    private void lock() {
        jdbc.sql("lock table activity_kind in share row exclusive mode").update();
    }

    private void update(long id, String change) {
        jdbc.sql("update activity_kind set " + change + " where id = :id")
                .param("id", id)
                .update();
    }

    /** The database compares labels without regard to case, archived ones too. */
    private static int unique(ActivityKindForm form, IntSupplier change) {
        try {
            return change.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw new RuleException("activity.kind.taken", form.name());
        }
    }
}
