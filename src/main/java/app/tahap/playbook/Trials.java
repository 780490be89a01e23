package app.tahap.playbook;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells which open deals a playbook would act on if it were set off for them now. */
@Repository
class Trials {

    private static final int TOLD = 10;

    private final Playbooks playbooks;
    private final JdbcClient jdbc;
    private final Clock clock;

    Trials(Playbooks playbooks, JdbcClient jdbc, Clock clock) {
        this.playbooks = playbooks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param first the first ten */
    record Trial(long count, List<Row> first) {}

    /** An open deal. */
    record Row(long id, String title, String stage, String owner) {}

    Trial of(Playbook playbook, Viewer viewer) {
        ConditionSql conditions = new ConditionSql(playbooks.conditions(playbook.id()), viewer.today(clock));
        DealSql visible = DealSql.visibleTo(viewer);
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.putAll(visible.parameters());
        List<String> asked = new ArrayList<>(List.of(
                "d.outcome = 'OPEN' and d.deleted_at is null",
                "(d.parked_until is null or d.parked_until <= :today)",
                visible.where(),
                conditions.all()));
        if (playbook.pipelineId() != null) {
            asked.add("d.pipeline_id = :pipeline");
            parameters.put("pipeline", playbook.pipelineId());
        }
        if (playbook.stageId() != null) {
            asked.add("d.stage_id = :stage");
            parameters.put("stage", playbook.stageId());
        }
        if (playbook.days() != null) {
            asked.add("""
                    exists (select from stage_stay y where y.deal_id = d.id and y.left_at is null and y.stage_known
                                                       and y.entered_at <= :longAgo)""");
            parameters.put("longAgo", clock.instant().atOffset(ZoneOffset.UTC).minusDays(playbook.days()));
        }
        String from = " from deal d join stage s on s.id = d.stage_id join users u on u.id = d.owner_id where "
                + String.join(" and ", asked);
        long count = jdbc.sql("select count(*)" + from)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Row> first = jdbc.sql("select d.id, d.title, s.name as stage, u.name as owner" + from
                        + " order by d.stage_entered_at desc, d.id limit " + TOLD)
                .params(parameters)
                .query(Row.class)
                .list();
        return new Trial(count, first);
    }
}
