package app.tahap.playbook;

import app.tahap.web.NotFoundException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads playbooks with what belongs to them. */
@Repository
class Playbooks {

    private static final String PLAYBOOK = """
            select p.id, p.name, p.pipeline_id, p.trigger, p.stage_id, p.days, p.takes_past, p.on_since,
                   p.archived_at is not null as archived, p.version
              from playbook p where p.id = :id
            """;

    private final JdbcClient jdbc;

    Playbooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Playbook load(long id) {
        return load(id, PLAYBOOK);
    }

    /** The same, which nobody else changes until the end of the transaction. */
    Playbook loadForChange(long id) {
        return load(id, PLAYBOOK + " for update");
    }

    private Playbook load(long id, String sql) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(Playbook.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("playbook", id));
    }

    List<PlaybookCondition> conditions(long playbookId) {
        return jdbc.sql("""
                        select c.id, c.kind, c.number, c.value_id, c.field_id, f.name as field, w.base_currency,
                               case c.kind when 'OWNER' then (select name from users where id = c.value_id)
                                           when 'TEAM' then (select name from team where id = c.value_id)
                                           when 'SOURCE' then (select label from lead_source where id = c.value_id)
                                           when 'TAG' then (select label from tag where id = c.value_id)
                                           when 'FIELD' then (select label from custom_field_choice where id = c.value_id)
                               end as label
                          from playbook_condition c
                          left join custom_field f on f.id = c.field_id
                         cross join workspace w
                         where c.playbook_id = :playbook and not c.removed order by c.id
                        """)
                .param("playbook", playbookId)
                .query(PlaybookCondition.class)
                .list();
    }

    List<PlaybookAction> actions(long playbookId) {
        return jdbc.sql("""
                        select a.id, a.playbook_id, a.kind, a.text, a.activity_kind_id, a.days, a.recipient, a.user_id, a.team_id,
                               a.stage_id, a.source_id, a.field_id, a.field_value, a.version,
                               coalesce(k.label, s.name, l.label, f.name) as what, coalesce(u.name, t.name) as who
                          from playbook_action a
                          left join activity_kind k on k.id = a.activity_kind_id
                          left join stage s on s.id = a.stage_id
                          left join lead_source l on l.id = a.source_id
                          left join custom_field f on f.id = a.field_id
                          left join users u on u.id = a.user_id
                          left join team t on t.id = a.team_id
                         where a.playbook_id = :playbook and not a.removed order by a.position, a.id
                        """)
                .param("playbook", playbookId)
                .query(PlaybookAction.class)
                .list();
    }

    PlaybookAction action(long playbookId, long actionId) {
        return actions(playbookId).stream()
                .filter(action -> action.id() == actionId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("action", actionId));
    }
}
