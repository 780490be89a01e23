package app.tahap.playbook;

import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets playbooks up, switches them on and off, and archives them. None is ever removed, since its runs stand on deals. */
@Service
@Transactional
class PlaybookService {

    private final Playbooks playbooks;
    private final Loops loops;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlaybookService(Playbooks playbooks, Loops loops, JdbcClient jdbc, Clock clock) {
        this.playbooks = playbooks;
        this.loops = loops;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a playbook that is off, once however often its form is sent, and returns its id.
     *
     * @throws DuplicateKeyException where another form was sent with its key
     */
    long create(PlaybookForm form) {
        loops.lock();
        Optional<Long> made = jdbc.sql("""
                        select id from playbook
                         where idempotency_key = :key and name = :name and trigger = :trigger
                           and stage_id is not distinct from cast(:stage as bigint)
                        """)
                .param("key", form.key(), Types.OTHER)
                .param("name", form.told())
                .param("trigger", form.firing().name())
                .param("stage", form.stageId(), Types.BIGINT)
                .query(Long.class)
                .optional();
        return made.orElseGet(() -> add(form));
    }

    private long add(PlaybookForm form) {
        requireFree(form.told(), 0);
        return write(form, """
                insert into playbook (name, pipeline_id, trigger, stage_id, days, takes_past, created_at, idempotency_key)
                values (:name, :pipeline, :trigger, :stage, :days, :past, :now, :key) returning id
                """)
                .param("now", now())
                .param("key", form.key(), Types.OTHER)
                .query(Long.class)
                .single();
    }

    void change(long id, PlaybookForm form) {
        loops.lock();
        Versions.requireCurrent(Playbook.class, playbooks.loadForChange(id).version(), form.version());
        requireFree(form.told(), id);
        loops.refuseAll(id, form.stageId());
        write(form, """
                update playbook
                   set name = :name, pipeline_id = :pipeline, trigger = :trigger, stage_id = :stage, days = :days,
                       takes_past = :past, version = version + 1
                 where id = :id
                """).param("id", id).update();
    }

    private JdbcClient.StatementSpec write(PlaybookForm form, String sql) {
        return jdbc.sql(sql)
                .param("name", form.told())
                .param("pipeline", form.pipelineId(), Types.BIGINT)
                .param("trigger", form.firing().name())
                .param("stage", form.stageId(), Types.BIGINT)
                .param("days", form.number(), Types.INTEGER)
                .param("past", form.isTakingPast());
    }

    /** From now on things set it off; it does nothing about what happened before. One that is on stays on. */
    void switchOn(long id) {
        loops.lock();
        Playbook playbook = playbooks.loadForChange(id);
        if (playbook.archived()) {
            throw new RuleException("playbook.archived");
        }
        if (playbooks.actions(id).isEmpty()) {
            throw new RuleException("playbook.idle", playbook.name());
        }
        loops.refuseAll(id, playbook.stageId());
        jdbc.sql("update playbook set on_since = coalesce(on_since, :now) where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** What waits to be carried out is not done then. */
    void switchOff(long id) {
        playbooks.loadForChange(id);
        update(id, "on_since = null");
    }

    void archive(long id) {
        playbooks.loadForChange(id);
        jdbc.sql("update playbook set on_since = null, archived_at = coalesce(archived_at, :now) where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Brings an archived one back, switched off. */
    void restore(long id) {
        loops.lock();
        Playbook playbook = playbooks.loadForChange(id);
        requireFree(playbook.name(), id);
        loops.refuseAll(id, playbook.stageId());
        update(id, "archived_at = null");
    }

    private void update(long id, String change) {
        jdbc.sql("update playbook set " + change + " where id = :id")
                .param("id", id)
                .update();
    }

    private void requireFree(String name, long besides) {
        boolean taken = jdbc.sql("""
                        select exists (select from playbook
                                        where lower(name) = lower(:name) and archived_at is null and id <> :id)
                        """)
                .param("name", name)
                .param("id", besides)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new RuleException("playbook.name.taken", name);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
