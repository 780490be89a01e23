package app.tahap.report;

import app.tahap.deal.EventKind;
import app.tahap.deal.StaySql;
import app.tahap.pipeline.StageView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Reads what became of the deals that entered each stage in the two periods. Most deals walk from stage to stage once and
 * forward, and what became of them is told by each stay alone; only those with a detour need a look at their later stays.
 */
@Repository
class StageFlows {

    /**
     * Deals that were reopened, remapped, moved back, or taken to another pipeline; there is an index of just these. And
     * those that stopped in a stage that is gone: it takes a look at what came after.
     */
    private static final String DETOURS = """
            select deal_id from stage_stay where pipeline_id = :pipeline and detour
             union all
            select deal_id from stage_stay
             where stage_id in (select id from stage where pipeline_id = :pipeline and successor_id is not null)
            """;

    /** One range of the index, and not the gap that it has where the period goes on. */
    private static final String IN_PERIODS = """
            y.entered_at >= :earlierStart and y.entered_at < :end and (y.entered_at >= :start or y.entered_at < :earlierEnd)
            """;

    /**
     * What the deals without a detour did, how long all stayed, and what is left out: one walk through the index. Below ten
     * days stays are counted in tenths of a day, above in whole ones: enough for a median, and few enough to send.
     */
    private static final String STAYS = """
            select y.entered_at >= :start as current,
                   case when %s then null when y.stage_known then y.entry else 'UNKNOWN' end as left_out,
                   y.stage_id, y.exit, y.next_stage_id, y.deal_id in (%s) as detour,
                   case when y.lasted_seconds < 864000 then y.lasted_seconds / 8640
                        when y.lasted_seconds is not null then y.lasted_seconds / 86400 * 10
                        else floor(date_part('epoch', :now - y.entered_at) / 86400)::bigint * 10 end as decidays,
                   count(*) as stays
              from stage_stay y where %%s and %s group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(StaySql.ENTERED, DETOURS, IN_PERIODS);

    private static final String DEALS_WITH_DETOUR = """
            select which, stage_id, count(*) as entered,
                   count(*) filter (where went_on) as went_on,
                   count(*) filter (where went_on and skipped) as skipped,
                   count(*) filter (where returned) as returned,
                   count(*) filter (where not went_on and outcome = 'OPEN') as undecided,
                   count(*) filter (where not went_on and outcome <> 'OPEN') as dropped,
                   count(*) filter (where running) as running
              from (select %s as which, y.deal_id, y.stage_id, d.outcome,
                           bool_or(coalesce(y.exit = 'MOVED' and y.next_position > y.stage_position
                                            and y.next_stage_id = n.next, false)
                                   or %s) as went_on,
                           bool_or(n.next is not null and %s) as skipped,
                           bool_or(%s) as returned,
                           bool_or(y.exit is null) as running
                      from stage_stay y
                      join deal d on d.id = y.deal_id
                      left join unnest(:stages::bigint[], :nexts::bigint[]) n (stage_id, next) on n.stage_id = y.stage_id
                     where y.deal_id in (%s) and %s and %%s and %s
                     group by 1, 2, 3, 4) deal
             group by 1, 2
            """.formatted(
                    Which.of("y.entered_at"),
                    StaySql.WENT_ON,
                    StaySql.skipped("n.next"),
                    StaySql.RETURNED,
                    DETOURS,
                    StaySql.ENTERED,
                    IN_PERIODS);

    private static final String EXITS = """
            select stage_id, sum(deals)::bigint as deals
              from (select y.stage_id, count(*) as deals from stage_stay y
                     where %1$s and %%1$s and y.left_at >= :start and y.left_at < :end and y.deal_id not in (%2$s)
                     group by 1
                     union all
                    select y.stage_id, count(distinct y.deal_id) from stage_stay y
                     where %1$s and %%1$s and y.left_at >= :start and y.left_at < :end and y.deal_id in (%2$s)
                     group by 1) part
             group by 1
            """.formatted(StaySql.LEFT, DETOURS);

    private final ReportSql sql;

    StageFlows(ReportSql sql) {
        this.sql = sql;
    }

    Flows read(Scope scope) {
        StaySql entered = StaySql.of(scope.deals(), "entered_by", scope.viewer());
        Map<Long, Long> nexts = nexts(scope.pipeline().stages());
        Flows flows = new Flows();
        sql.stays(STAYS, entered, scope).query(Stays.class).list().forEach(stays -> stays.addTo(flows, nexts));
        sql.stays(DEALS_WITH_DETOUR, entered, scope)
                .param("stages", nexts.keySet().toArray(Long[]::new))
                .param("nexts", nexts.values().toArray(Long[]::new))
                .query(Detours.class)
                .list()
                .forEach(deals -> deals.addTo(flows));
        return flows;
    }

    /** How many deals left each stage in the period, by a move or an outcome. */
    Map<Long, Long> exits(Scope scope) {
        record Exit(long stageId, long deals) {}
        StaySql left = StaySql.of(scope.deals(), "left_by", scope.viewer());
        return sql.stays(EXITS, left, scope).query(Exit.class).list().stream()
                .collect(Collectors.toMap(Exit::stageId, Exit::deals));
    }

    private static Map<Long, Long> nexts(List<StageView> stages) {
        Map<Long, Long> nexts = new HashMap<>();
        for (int i = 0; i + 1 < stages.size(); i++) {
            nexts.put(stages.get(i).id(), stages.get(i + 1).id());
        }
        return nexts;
    }

    /** Stays that are alike. Deals without a detour were in the stage once, so that their stays tell all of their flow. */
    private record Stays(
            boolean current,
            @Nullable String leftOut,
            long stageId,
            @Nullable EventKind exit,
            @Nullable Long nextStageId,
            boolean detour,
            long decidays,
            long stays) {

        void addTo(Flows flows, Map<Long, Long> nexts) {
            if (leftOut != null) {
                if (current) {
                    flows.leaveOut(leftOut, stays);
                }
                return;
            }
            Which which = current ? Which.CURRENT : Which.EARLIER;
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

    private record Detours(
            Which which,
            long stageId,
            long entered,
            long wentOn,
            long skipped,
            long returned,
            long undecided,
            long dropped,
            long running) {

        void addTo(Flows flows) {
            flows.add(which, stageId, new StageFlow(entered, wentOn, skipped, returned, undecided, dropped, running));
        }
    }
}
