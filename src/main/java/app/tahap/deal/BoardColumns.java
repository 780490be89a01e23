package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.money.Money;
import app.tahap.money.MoneyTotal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and totals of the board's columns, over all matching deals, with one query. */
@Repository
class BoardColumns {

    /** Materialized, since the planner would else sum the deals up again for every stage. */
    private static final String TOTALS = """
            with t as materialized (
                select d.stage_id, d.currency, count(*) as deals,
                       count(*) - count(d.amount) as without_amount, sum(d.amount) as amount
                  from deal d %s
                 where %s
                 group by d.stage_id, d.currency),
            r as materialized (select * from rates_on(:today))
            select s.id, s.name, s.probability, t.currency, coalesce(t.deals, 0) as deals,
                   coalesce(t.without_amount, 0) as without_amount, t.amount, r.rate, r.valid_from
              from stage s
              left join t on t.stage_id = s.id
              left join r on r.currency = t.currency
             where s.pipeline_id = :pipeline and s.archived_at is null %s
             order by s.position, s.id
            """;

    static final String PACE_JOIN =
            "join stage s on s.id = d.stage_id left join stage_pace p on p.stage_id = d.stage_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    BoardColumns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ColumnView> all(long pipelineId, DealCriteria criteria, Viewer viewer) {
        return load(pipelineId, criteria, viewer, "", List.of(-1L));
    }

    List<ColumnView> some(long pipelineId, Collection<Long> stageIds, DealCriteria criteria, Viewer viewer) {
        return load(pipelineId, criteria, viewer, "and s.id in (:stages)", stageIds);
    }

    private List<ColumnView> load(
            long pipelineId, DealCriteria criteria, Viewer viewer, String which, Collection<Long> stageIds) {
        LocalDate today = viewer.today(clock);
        DealSql filter = DealSql.of(criteria.onBoard(pipelineId), viewer, today);
        String where = filter.where() + (which.isEmpty() ? "" : " and d.stage_id in (:stages)");
        boolean needsPace = criteria.has(DealTrait.ROTTING);
        Map<Long, ColumnView> columns = new LinkedHashMap<>();
        jdbc.sql(TOTALS.formatted(needsPace ? PACE_JOIN : "", where, which))
                .params(filter.parameters())
                .param("pipeline", pipelineId)
                .param("today", today)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("stages", stageIds)
                .query(row -> {
                    ColumnView column = columns.get(row.getLong("id"));
                    columns.put(row.getLong("id"), add(row, column == null ? empty(row, viewer) : column));
                });
        return List.copyOf(columns.values());
    }

    private static ColumnView empty(ResultSet row, Viewer viewer) throws SQLException {
        return new ColumnView(
                row.getLong("id"),
                row.getString("name"),
                row.getBigDecimal("probability"),
                0,
                0,
                MoneyTotal.zero(viewer.baseCurrency()),
                List.of(),
                0,
                null,
                null);
    }

    /** A stage has one row for each currency of its deals. */
    private static ColumnView add(ResultSet row, ColumnView column) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        MoneyTotal total = amount == null
                ? column.total()
                : column.total()
                        .plus(
                                new Money(amount, row.getString("currency")),
                                row.getBigDecimal("rate"),
                                row.getObject("valid_from", LocalDate.class));
        return new ColumnView(
                column.stageId(),
                column.name(),
                column.probability(),
                column.deals() + row.getInt("deals"),
                column.withoutAmount() + row.getInt("without_amount"),
                total,
                List.of(),
                0,
                null,
                null);
    }
}
