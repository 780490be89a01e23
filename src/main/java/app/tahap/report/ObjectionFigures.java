package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.deal.ObjectionRaised;
import app.tahap.deal.Outcome;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what came of objections, with one query. */
@Repository
class ObjectionFigures {

    /** The objections of a period, of deals that are asked for; needs the parameters that {@link #within} sets. */
    static final String RAISED = """
              from objection o
              join objection_type t on t.id = o.type_id
              join stage s on s.id = o.stage_id
              join pipeline p on p.id = s.pipeline_id
              join deal d on d.id = o.deal_id
             where o.deleted_at is null and o.raised_at >= :raisedFrom and o.raised_at < :raisedTo and %s
            """;

    private static final String ROWS = """
            select t.id as type_id, t.label as type, s.id as stage_id,
                   case when s.id is null then null
                        when (select count(*) from pipeline) > 1 then min(p.name) || ' · ' || min(s.name)
                        else min(s.name) end as stage,
                   count(distinct d.id) as deals,
                   count(distinct d.id) filter (where d.outcome = 'WON') as won,
                   count(distinct d.id) filter (where d.outcome = 'LOST') as lost,
                   count(distinct d.id) filter (where d.outcome = 'DISQUALIFIED') as disqualified,
                   count(distinct d.id) filter (where d.outcome = 'OPEN') as undecided,
                   count(*) filter (where o.outcome = 'RESOLVED') as resolved,
                   count(*) filter (where o.outcome = 'CONCEDED') as conceded,
                   count(*) filter (where o.outcome = 'OPEN') as open
            %s
             group by grouping sets ((t.id, s.id, p.id), (t.id))
             order by t.position, t.id, s.id is not null, p.id, min(s.position), s.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ObjectionFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            long typeId,
            String type,
            @Nullable Long stageId,
            @Nullable String stage,
            long deals,
            long won,
            long lost,
            long disqualified,
            long undecided,
            long resolved,
            long conceded,
            long open) {}

    /** For each type of objection first all stages together, then each stage. */
    List<ObjectionRateRow> rows(Period period, DealCriteria scope, Viewer viewer) {
        DealSql filter = DealSql.of(scope, viewer, viewer.today(clock));
        return jdbc
                .sql(ROWS.formatted(RAISED.formatted(filter.where())))
                .params(filter.parameters())
                .params(within(period, viewer))
                .query(Row.class)
                .list()
                .stream()
                .map(row -> row(row, period, scope))
                .toList();
    }

    static Map<String, OffsetDateTime> within(Period period, Viewer viewer) {
        return Map.of(
                "raisedFrom",
                period.from(viewer.zone()).atZone(viewer.zone()).toOffsetDateTime(),
                "raisedTo",
                period.until(viewer.zone()).atZone(viewer.zone()).toOffsetDateTime());
    }

    private static ObjectionRateRow row(Row row, Period period, DealCriteria scope) {
        DealCriteria all = scope.but()
                .objection(new ObjectionRaised(row.typeId(), row.stageId(), period.start(), period.last()))
                .build();
        return new ObjectionRateRow(
                row.typeId(),
                row.type(),
                row.stageId(),
                row.stage(),
                new DealCount(row.deals(), all),
                of(row.won(), all, Outcome.WON),
                of(row.lost(), all, Outcome.LOST),
                of(row.disqualified(), all, Outcome.DISQUALIFIED),
                of(row.undecided(), all, Outcome.OPEN),
                new Proportion(row.won(), row.won() + row.lost()),
                row.resolved(),
                row.conceded(),
                row.open());
    }

    private static DealCount of(long count, DealCriteria all, Outcome outcome) {
        return new DealCount(count, all.but().outcome(outcome).build());
    }
}
