package app.tahap.playbook;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The playbooks as lists show them, one query for all. */
@Repository
class PlaybookList {

    private static final String ROWS = """
            select p.id, p.name, p.trigger, s.name as stage, coalesce(s.archived_at, l.archived_at) is not null as stage_gone,
                   p.days, l.name as pipeline, p.on_since, p.archived_at is not null as archived,
                   (select count(*) from playbook_run r where r.playbook_id = p.id) as runs,
                   (select r.created_at from playbook_run r where r.playbook_id = p.id order by r.id desc limit 1) as last_run
              from playbook p
              left join stage s on s.id = p.stage_id
              left join pipeline l on l.id = coalesce(p.pipeline_id, s.pipeline_id)
            """;

    private final JdbcClient jdbc;

    PlaybookList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in use by name, then the archived ones. */
    List<PlaybookRow> all() {
        return jdbc.sql(ROWS + " order by p.archived_at is not null, lower(p.name), p.id")
                .query(PlaybookRow.class)
                .list();
    }

    PlaybookRow of(Playbook playbook) {
        return jdbc.sql(ROWS + " where p.id = :id")
                .param("id", playbook.id())
                .query(PlaybookRow.class)
                .single();
    }
}
