package app.tahap.qualification;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps deals' scores at what follows from their answers and the framework (the function {@code qualify}). Who rates holds
 * the frameworks, who changes a framework locks it: so no rating is reckoned by weights that are just being changed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Scores {

    private final JdbcClient jdbc;

    Scores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps all frameworks as they are until the end of the transaction; before any deal is locked. */
    void hold() {
        jdbc.sql("select id from qualification_framework order by id for share")
                .query(Long.class)
                .list();
    }

    /** Lets nobody rate until the end of the transaction, as the weights are about to change, which is rare. */
    void lock() {
        jdbc.sql("select id from qualification_framework order by id for update")
                .query(Long.class)
                .list();
    }

    void refresh(long dealId) {
        jdbc.sql("select from qualify(array[:deal])").param("deal", dealId).query(row -> {});
    }

    /** Of deals whose answers came into being beside the pages. */
    public void refresh(Collection<Long> dealIds) {
        jdbc.sql("select from qualify(:deals)")
                .param("deals", dealIds.toArray(Long[]::new))
                .query(row -> {});
    }

    /** Of all deals that have an answer to any of a framework's criteria. */
    void refreshAll(long frameworkId) {
        refreshWhere(
                "id in (select deal_id from qualification_answer where criterion_id in"
                        + " (select id from qualification_criterion where framework_id = :asked))",
                frameworkId);
    }

    /** Of all deals of a pipeline that were ever asked by any framework. */
    void refreshPipeline(long pipelineId) {
        refreshWhere("pipeline_id = :asked and id in (select deal_id from qualification_answer)", pipelineId);
    }

    /** In two statements, since only the second sees what those did for whose locks the first one waits. */
    private void refreshWhere(String which, long asked) {
        jdbc.sql("select count(*) from (select id from deal where " + which + " order by id for update) locked")
                .param("asked", asked)
                .query(Integer.class)
                .single();
        jdbc.sql("select from qualify(array(select id from deal where " + which + "))")
                .param("asked", asked)
                .query(row -> {});
    }
}
