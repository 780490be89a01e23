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

    /** Deals that were reopened, remapped, moved back, or taken to another pipeline; there is an index of just these. */
    private static final String DETOURS = """
            select deal_id from stage_stay
             where pipeline_id = :pipeline
               and (entry in ('REOPENED', 'REMAPPED') or next_position <= stage_position
                    or (next_stage_id is not null and next_position is null))
            """;

    private static final String IN_PERIODS = """
            (y.entered_at >= :start and y.entered_at < :end
             or y.entered_at >= :earlierStart and y.entered_at < :earlierEnd)
            """;

    /** Below ten days in tenths of a day, above in whole ones: enough for a median, and few enough to send. */
    private static final String STAYS = """
            select which, stage_id, kind, detour, exit, next_stage_id, decidays, count(*) as stays
              from (select %s as which, y.stage_id, y.exit, y.next_stage_id, y.deal_id in (%s) as detour,
                           case when not y.stage_known then 'UNKNOWN' when %s then 'ENTERED' else y.entry end as kind,
                           case when seconds < 864000 then seconds / 8640 else seconds / 86400 * 10 end as decidays
                      from stage_stay y
                     cross join lateral (select coalesce(
                                y.lasted_seconds, extract(epoch from :now - y.entered_at)::bigint) as seconds) lasted
                     where %%s and %s) stay
             group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(Which.of("y.entered_at"), DETOURS, StaySql.ENTERED, IN_PERIODS);

    private static final String DEALS_WITH_DETOUR = """
            select which, stage_id, count(*) as entered,
                   count(*) filter (where went_on) as went_on,
                   count(*) filter (where went_on and skipped) as skipped,
                   count(*) filter (where returned) as returned,
                   count(*) filter (where not went_on and outcome = 'OPEN') as undecided,
                   count(*) filter (where not went_on and outcome <> 'OPEN') as dropped,
                   count(*) filter (where running) as running
              from (select %s as which, y.deal_id, y.stage_id, d.outcome,
                           bool_or(coalesce(y.exit = 'MOVED' and y.next_position > y.stage_position, false)
                                   or %s) as went_on,
                           bool_or(n.next is not null and %s) as skipped,
                           bool_or(%s) as returned,
                           bool_or(y.left_at is null) as running
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
            select stage_id, count(*) filter (where not detour)
                             + count(distinct deal_id) filter (where detour) as deals
              from (select y.stage_id, y.deal_id, y.deal_id in (%s) as detour from stage_stay y
                     where %s and %%s and y.left_at >= :start and y.left_at < :end) stay
             group by 1
            """.formatted(DETOURS, StaySql.LEFT);

    private final ReportSql sql;

    StageFlows(ReportSql sql) {
        this.sql = sql;
    }

    Flows read(Scope scope) {
        StaySql entered = StaySql.of(scope.deals(), "entered_by", scope.viewer());
        Map<Long, Long> nexts = nexts(scope.pipeline().stages());
        Flows flows = new Flows();
        sql.stays(STAYS, entered, scope).query(Stay.class).list().forEach(stay -> stay.addTo(flows, nexts));
        sql.stays(DEALS_WITH_DETOUR, entered, scope)
                .param("stages", nexts.keySet().toArray(Long[]::new))
                .param("nexts", nexts.values().toArray(Long[]::new))
                .query(Deals.class)
                .list()
                .forEach(deals -> flows.add(deals.which(), deals.stageId(), deals.flow()));
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

    private record Stay(
            Which which,
            long stageId,
            String kind,
            boolean detour,
            @Nullable EventKind exit,
            @Nullable Long nextStageId,
            long decidays,
            long stays) {

        void addTo(Flows flows, Map<Long, Long> nexts) {
            if (!kind.equals("ENTERED")) {
                flows.leaveOut(which, kind, stays);
                return;
            }
            // what ended by a change of the stages, not by anything done, is known to have lasted at least so long
            boolean ended = exit != null && exit != EventKind.REMAPPED;
            flows.add(which, stageId, decidays / 10.0, ended, stays);
            if (!detour) {
                flows.add(which, stageId, flow(nexts.get(stageId)));
            }
        }

        /** What became of deals without a detour, each of which stayed in the stage once. */
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

    private record Deals(
            Which which,
            long stageId,
            long entered,
            long wentOn,
            long skipped,
            long returned,
            long undecided,
            long dropped,
            long running) {

        StageFlow flow() {
            return new StageFlow(entered, wentOn, skipped, returned, undecided, dropped, running);
        }
    }
}
