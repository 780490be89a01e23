package app.tahap.playbook;

import app.tahap.web.RuleException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses playbooks that would set themselves off, alone or by way of others: where one's move leads into its own trigger. */
@Component
class Loops {

    private final JdbcClient jdbc;

    Loops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who each set up one half of a circle must not do so at the same moment. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('playbook', 0))")
                .query(row -> {});
    }

    /**
     * @param playbookId the playbook that would so move deals; what it does as it is stored does not count
     * @param from the stage that it waits in; null for triggers that are about no stage, which nothing can set off
     * @throws RuleException where a deal that goes to the stage would come back
     */
    void refuse(long playbookId, @Nullable Long from, long to) {
        if (from == null) {
            return;
        }
        if (from == to) {
            throw new RuleException("playbook.loop.self");
        }
        List<String> through = jdbc.sql("""
                        with recursive reached (stage_id, name) as (
                            select cast(:to as bigint), cast(null as text)
                            union
                            select a.stage_id, p.name
                              from reached r
                              join playbook p on p.stage_id = r.stage_id and p.archived_at is null and p.id <> :playbook
                              join playbook_action a on a.playbook_id = p.id and a.kind = 'MOVE' and not a.removed)
                        select name from reached where stage_id = :from and name is not null order by name limit 1
                        """)
                .param("to", to)
                .param("from", from)
                .param("playbook", playbookId)
                .query(String.class)
                .list();
        if (!through.isEmpty()) {
            throw new RuleException("playbook.loop.others", through.get(0));
        }
    }

    /** The same for all moves that a stored playbook makes, if it waited in a stage. */
    void refuseAll(long playbookId, @Nullable Long from) {
        jdbc.sql("select stage_id from playbook_action where playbook_id = :playbook and kind = 'MOVE' and not removed")
                .param("playbook", playbookId)
                .query(Long.class)
                .list()
                .forEach(to -> refuse(playbookId, from, to));
    }
}
