package app.tahap.report;

import app.tahap.deal.EventKind;
import app.tahap.deal.StaySql;
import app.tahap.pipeline.StageView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Reads what became of the deals that entered each stage in the two periods. Most stays tell it alone, by how they ended;
 * only those with a detour need a look at what came later.
 */
@Repository
class StageFlows {

    private static final String REMOVED =
            "select id from stage where pipeline_id = :pipeline and successor_id is not null";

    /** Where a stage was removed, deals that stopped there need a look; where none was, nothing is searched. */
    private static final String STOPPED_IN_REMOVED =
            "exists (%1$s) and y.deal_id in (select deal_id from stage_stay where stage_id in (%1$s))"
                    .formatted(REMOVED);

    /** A stay that does not tell alone what became of the deal. */
    private static final String DETOUR = "(y.detour or " + STOPPED_IN_REMOVED + ")";

    private static final String STAYS =
            stays(true, ":start", ":end") + " union all " + stays(false, ":earlierStart", ":earlierEnd");

    private static final String LEFT_OUT = """
            select case when y.stage_known then y.entry else 'UNKNOWN' end as why, count(*) as stays
              from stage_stay y
             where %%s and not %s and y.entered_at >= :start and y.entered_at < :end
             group by 1
            """.formatted(StaySql.ENTERED);

    /** The deal's outcome is looked up once for each deal and stage, and not joined, which would read all deals. */
    private static final String DEALS_WITH_DETOUR = """
            select current, stage_id, count(*) as entered,
                   count(*) filter (where went_on) as went_on,
                   count(*) filter (where went_on and skipped) as skipped,
                   count(*) filter (where returned) as returned,
                   count(*) filter (where not went_on and outcome = 'OPEN') as undecided,
                   count(*) filter (where not went_on and outcome <> 'OPEN') as dropped,
                   count(*) filter (where running) as running
              from (select *, came_later or outcome = 'WON' as went_on
                      from (select *, (select d.outcome from deal d where d.id = deal.deal_id) as outcome
                              from (select y.entered_at >= :start as current, y.deal_id, y.stage_id,
                                           bool_or(coalesce(y.exit = 'MOVED' and y.next_position > y.stage_position
                                                            and y.next_stage_id = any(:inUse), false)
                                                   or %s) as came_later,
                                           bool_or(n.next is not null and %s) as skipped,
                                           bool_or(%s) as returned,
                                           bool_or(y.exit is null) as running
                                      from (%s union all %s) y
                                      left join unnest(:stages::bigint[], :nexts::bigint[]) n (stage_id, next)
                                             on n.stage_id = y.stage_id
                                     group by 1, 2, 3) deal
                            offset 0) deal) deal
             group by 1, 2
            """.formatted(
                    StaySql.CAME_LATER,
                    StaySql.skipped("n.next"),
                    StaySql.RETURNED,
                    staysWhere("y.detour"),
                    staysWhere("not y.detour and " + STOPPED_IN_REMOVED));

    private static final String EXITS = """
            select stage_id, sum(case when deal_id is null then stays else 1 end)::bigint as deals
              from (select y.stage_id, case when %s then y.deal_id end as deal_id, count(*) as stays
                      from stage_stay y
                     where %s and %%s and y.left_at >= :start and y.left_at < :end
                     group by 1, 2) part
             group by 1
            """.formatted(DETOUR, StaySql.LEFT);

    private static final String UNKNOWN_EXITS =
            "select count(*) from stage_stay y where not y.stage_known and %s and %%s and y.left_at >= :start and y.left_at < :end"
                    .formatted(StaySql.ENDED);

    private final ReportSql sql;

    StageFlows(ReportSql sql) {
        this.sql = sql;
    }

    /**
     * How the stays of one period ended, and how long they lasted. Below ten days they are counted in tenths of a day,
     * above in whole ones: enough for a median, and few enough to send.
     */
    private static String stays(boolean current, String start, String end) {
        return """
                select %s as current, y.stage_id, y.exit, y.next_stage_id, %s as detour,
                       case when y.lasted_seconds < 864000 then y.lasted_seconds / 8640
                            when y.lasted_seconds is not null then y.lasted_seconds / 86400 * 10
                            when :now - y.entered_at < interval '10 days'
                            then floor(date_part('epoch', :now - y.entered_at) / 8640)::bigint
                            else floor(date_part('epoch', :now - y.entered_at) / 86400)::bigint * 10 end as decidays,
                       count(*) as stays
                  from stage_stay y
                 where %%1$s and %s and y.entered_at >= %s and y.entered_at < %s
                 group by 2, 3, 4, 5, 6
                """.formatted(current, DETOUR, StaySql.ENTERED, start, end);
    }

    private static String staysWhere(String condition) {
        return """
                select y.* from stage_stay y
                 where %s and %%1$s and %s and y.entered_at >= :earlierStart and y.entered_at < :end
                   and (y.entered_at >= :start or y.entered_at < :earlierEnd)
                """.formatted(condition, StaySql.ENTERED);
    }

    /** What the stays tell alone, and what is left out. */
    Flows alone(Scope scope) {
        Map<Long, Long> nexts = nexts(scope.pipeline().stages());
        Flows flows = new Flows();
        sql.stays(STAYS, entered(scope), scope).query(Stays::map).list().forEach(stays -> stays.addTo(flows, nexts));
        sql.stays(LEFT_OUT, entered(scope), scope).query(row -> {
            flows.leaveOut(row.getString("why"), row.getLong("stays"));
        });
        return flows;
    }

    /** What became of the deals with a detour, which adds to what the other stays tell. */
    List<Detours> detours(Scope scope) {
        List<StageView> stages = scope.pipeline().stages();
        Map<Long, Long> nexts = nexts(stages);
        return sql.stays(DEALS_WITH_DETOUR, entered(scope), scope)
                .param("inUse", stages.stream().map(StageView::id).toArray(Long[]::new))
                .param("stages", nexts.keySet().toArray(Long[]::new))
                .param("nexts", nexts.values().toArray(Long[]::new))
                .query(Detours.class)
                .list();
    }

    private static StaySql entered(Scope scope) {
        return StaySql.of(scope.deals(), "entered_by", scope.viewer());
    }

    StageExits exits(Scope scope) {
        record Exit(long stageId, long deals) {}
        StaySql left = StaySql.of(scope.deals(), "left_by", scope.viewer());
        return new StageExits(
                sql.stays(EXITS, left, scope).query(Exit.class).list().stream()
                        .collect(Collectors.toMap(Exit::stageId, Exit::deals)),
                sql.stays(UNKNOWN_EXITS, left, scope).query(Long.class).single());
    }

    private static Map<Long, Long> nexts(List<StageView> stages) {
        Map<Long, Long> nexts = new HashMap<>();
        for (int i = 0; i + 1 < stages.size(); i++) {
            nexts.put(stages.get(i).id(), stages.get(i + 1).id());
        }
        return nexts;
    }

    /** Stays that are alike. */
    private record Stays(
            boolean current,
            long stageId,
            @Nullable EventKind exit,
            @Nullable Long nextStageId,
            boolean detour,
            long decidays,
            long stays) {

        /** By place, since these are some thousand rows. */
        static Stays map(ResultSet row, int number) throws SQLException {
            String exit = row.getString(3);
            return new Stays(
                    row.getBoolean(1),
                    row.getLong(2),
                    exit == null ? null : EventKind.valueOf(exit),
                    row.getObject(4, Long.class),
                    row.getBoolean(5),
                    row.getLong(6),
                    row.getLong(7));
        }

        void addTo(Flows flows, Map<Long, Long> nexts) {
            Which which = Which.of(current);
            flows.add(which, stageId, decidays / 10.0, isOver(), stays);
            if (!detour) {
                flows.add(which, stageId, flow(nexts.get(stageId)));
            }
        }

        /** What ended by a change of the stages, not by anything done, did not end: it lasted at least so long. */
        private boolean isOver() {
            return exit != null && exit != EventKind.REMAPPED;
        }

        private StageFlow flow(@Nullable Long next) {
            boolean skipped = next != null && !Objects.equals(next, nextStageId);
            return exit == null
                    ? new StageFlow(stays, 0, 0, 0, stays, 0, stays)
                    : switch (exit) {
                        case LOST, DISQUALIFIED -> new StageFlow(stays, 0, 0, 0, 0, stays, 0);
                        default -> new StageFlow(stays, stays, skipped ? stays : 0, 0, 0, 0, 0);
                    };
        }
    }

    /** Deals that entered a stage in one of the periods, and of which that stay does not tell alone what became. */
    record Detours(
            boolean current,
            long stageId,
            long entered,
            long wentOn,
            long skipped,
            long returned,
            long undecided,
            long dropped,
            long running) {

        void addTo(Flows flows) {
            flows.add(
                    Which.of(current),
                    stageId,
                    new StageFlow(entered, wentOn, skipped, returned, undecided, dropped, running));
        }
    }
}
