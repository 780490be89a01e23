package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import app.tahap.web.Versions;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the conditions and the actions of playbooks. */
@Service
@Transactional
class PlaybookParts {

    private final Playbooks playbooks;
    private final Loops loops;
    private final JdbcClient jdbc;

    PlaybookParts(Playbooks playbooks, Loops loops, JdbcClient jdbc) {
        this.playbooks = playbooks;
        this.loops = loops;
        this.jdbc = jdbc;
    }

    /** A value for one of the administrator's fields. */
    record FieldSetting(long fieldId, String json) {}

    void addCondition(long playbookId, ConditionKind kind, ConditionForm form, Viewer viewer) {
        playbooks.loadForChange(playbookId);
        int added = jdbc.sql("""
                        insert into playbook_condition as c (playbook_id, kind, number, value_id, field_id, idempotency_key)
                        values (:playbook, :kind, :number, :value, :field, :key)
                            on conflict (idempotency_key) do update set kind = excluded.kind
                         where (c.playbook_id, c.kind) = (excluded.playbook_id, excluded.kind)
                           and (c.number, c.value_id, c.field_id)
                               is not distinct from (excluded.number, excluded.value_id, excluded.field_id)
                        """)
                .param("playbook", playbookId)
                .param("kind", kind.name())
                .param("number", form.compared(kind, viewer), Types.NUMERIC)
                .param("value", form.valueId(kind), Types.BIGINT)
                .param("field", form.fieldId(kind), Types.BIGINT)
                .param("key", form.key(), Types.OTHER)
                .update();
        requireAdded(added);
    }

    void removeCondition(long playbookId, long conditionId) {
        playbooks.loadForChange(playbookId);
        setRemoved("playbook_condition", playbookId, conditionId, true);
    }

    void restoreCondition(long playbookId, long conditionId) {
        playbooks.loadForChange(playbookId);
        setRemoved("playbook_condition", playbookId, conditionId, false);
    }

    /** Adds an action at the end. */
    void addAction(long playbookId, ActionKind kind, ActionForm form, @Nullable FieldSetting field) {
        check(playbookId, kind, form);
        int added = write(kind, form, field, """
                insert into playbook_action as a (playbook_id, position, kind, text, activity_kind_id, days, recipient, user_id,
                                             team_id, stage_id, source_id, field_id, field_value, idempotency_key)
                select :playbook, coalesce(max(position), 0) + 1, :kind, :text, cast(:activityKind as bigint),
                       cast(:days as integer), :recipient, cast(:user as bigint), cast(:team as bigint), cast(:stage as bigint),
                       cast(:source as bigint), cast(:field as bigint), :value, cast(:key as uuid)
                  from playbook_action where playbook_id = :playbook
                    on conflict (idempotency_key) do update set kind = excluded.kind
                 where (a.playbook_id, a.kind) = (excluded.playbook_id, excluded.kind)
                   and (a.text, a.days, a.field_id, a.field_value)
                       is not distinct from (excluded.text, excluded.days, excluded.field_id, excluded.field_value)
                """)
                .param("playbook", playbookId)
                .param("kind", kind.name())
                .param("key", form.key(), Types.OTHER)
                .update();
        requireAdded(added);
    }

    /** The same form sent again is answered as the first time; another one with its key was not what was done then. */
    private static void requireAdded(int rows) {
        if (rows == 0) {
            throw new DuplicateKeyException("The key is that of another part of a playbook");
        }
    }

    void changeAction(long playbookId, long actionId, ActionForm form, @Nullable FieldSetting field) {
        ActionKind kind = playbooks.action(playbookId, actionId).kind();
        check(playbookId, kind, form);
        Versions.requireCurrent(
                PlaybookAction.class, playbooks.action(playbookId, actionId).version(), form.version());
        write(kind, form, field, """
                update playbook_action
                   set text = :text, activity_kind_id = :activityKind, days = :days, recipient = :recipient, user_id = :user,
                       team_id = :team, stage_id = :stage, source_id = :source, field_id = :field, field_value = :value,
                       version = version + 1
                 where id = :id
                """).param("id", actionId).update();
    }

    private void check(long playbookId, ActionKind kind, ActionForm form) {
        loops.lock();
        Playbook playbook = playbooks.loadForChange(playbookId);
        if (kind == ActionKind.MOVE && form.stage() != null) {
            loops.refuse(playbookId, playbook.stageId(), form.stage());
        }
    }

    /** Only what the kind of action is about. */
    private JdbcClient.StatementSpec write(ActionKind kind, ActionForm form, @Nullable FieldSetting field, String sql) {
        boolean activity = kind == ActionKind.ACTIVITY;
        boolean notification = kind == ActionKind.NOTIFICATION;
        boolean assignment = kind == ActionKind.ASSIGNMENT;
        boolean toUser = activity || assignment || (notification && form.to() == Recipient.USER);
        return jdbc.sql(sql)
                .param("text", activity || notification ? form.line() : null, Types.VARCHAR)
                .param("activityKind", activity ? form.activityKind() : null, Types.BIGINT)
                .param("days", activity || kind == ActionKind.EXPECTED_CLOSE ? form.number() : null, Types.INTEGER)
                .param(
                        "recipient",
                        notification && form.to() != null ? form.to().name() : null,
                        Types.VARCHAR)
                .param("user", toUser ? form.user() : null, Types.BIGINT)
                .param("team", assignment ? form.team() : null, Types.BIGINT)
                .param("stage", kind == ActionKind.MOVE ? form.stage() : null, Types.BIGINT)
                .param("source", kind == ActionKind.SOURCE ? form.source() : null, Types.BIGINT)
                .param("field", field == null ? null : field.fieldId(), Types.BIGINT)
                .param("value", field == null ? null : field.json(), Types.VARCHAR);
    }

    void removeAction(long playbookId, long actionId) {
        playbooks.loadForChange(playbookId);
        setRemoved("playbook_action", playbookId, actionId, true);
    }

    /** @throws app.tahap.web.RuleException where its move would by now set the playbook off again */
    void restoreAction(long playbookId, long actionId) {
        loops.lock();
        Playbook playbook = playbooks.loadForChange(playbookId);
        setRemoved("playbook_action", playbookId, actionId, false);
        loops.refuseAll(playbookId, playbook.stageId());
    }

    /** Puts an action directly below another one, or first where none is named. */
    void placeAction(long playbookId, long actionId, @Nullable Long aboveId) {
        playbooks.loadForChange(playbookId);
        playbooks.action(playbookId, actionId);
        List<Long> ids = new ArrayList<>(playbooks.actions(playbookId).stream()
                .map(PlaybookAction::id)
                .filter(id -> id != actionId)
                .toList());
        if (aboveId != null && !ids.contains(aboveId)) {
            throw new NotFoundException("action of the playbook", aboveId);
        }
        ids.add(aboveId == null ? 0 : ids.indexOf(aboveId) + 1, actionId);
        for (int position = 1; position <= ids.size(); position++) {
            jdbc.sql("update playbook_action set position = :position where id = :id")
                    .param("position", position)
                    .param("id", ids.get(position - 1))
                    .update();
        }
    }

    private void setRemoved(String table, long playbookId, long id, boolean removed) {
        int changed = jdbc.sql("update " + table + " set removed = :removed where id = :id and playbook_id = :playbook"
                        + (removed ? " and not removed" : ""))
                .param("removed", removed)
                .param("id", id)
                .param("playbook", playbookId)
                .update();
        if (changed == 0) {
            throw new NotFoundException(table, id);
        }
    }
}
