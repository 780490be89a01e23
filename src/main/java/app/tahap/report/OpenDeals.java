package app.tahap.report;

import app.tahap.deal.DealTrait;
import app.tahap.deal.StaySql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what is open, now or at the end of a period. */
@Repository
class OpenDeals {

    private static final String NOW = """
            select d.stage_id, d.owner_id, d.currency, r.rate, r.valid_from, count(*) as deals,
                   count(*) filter (where %s) as parked, count(*) - count(d.amount) as without_amount, sum(d.amount) as amount,
                   count(*) filter (where %s) as rotting,
                   count(*) filter (where %s) as slow, sum(d.amount) filter (where %s) as slow_amount
              from deal d
              join stage s on s.id = d.stage_id
              left join stage_pace p on p.stage_id = d.stage_id
              left join rates_on(:today) r on r.currency = d.currency
             where %%s
             group by 1, 2, 3, 4, 5
            """.formatted(
                    DealTrait.PARKED.condition(),
                    DealTrait.ROTTING.condition(),
                    DealTrait.SLOW.condition(),
                    DealTrait.SLOW.condition());

    /** Two ranges of the index; "or" would read all of it. */
    private static final String AT_END =
            """
            select stage_id, sum(deals)::bigint as deals
              from (select %1$s as stage_id, count(*) as deals from stage_stay y where %%1$s and %2$s group by 1
                     union all
                    select %1$s, count(*) as deals from stage_stay y where %%1$s and %3$s group by 1) part
             group by 1
            """.formatted("case when y.stage_known then y.stage_id end", StaySql.RUNNING, StaySql.LEFT_SINCE);

    private final ReportSql sql;

    OpenDeals(ReportSql sql) {
        this.sql = sql;
    }

    /** Open deals by stage, owner and currency. */
    List<Row> now(Scope scope) {
        return sql.deals(NOW, scope.open(), scope).query(Row.class).list();
    }

    /** How many deals were open at the end of a period that is over. */
    OpenThen atEndOf(Period period, Scope scope) {
        Map<Long, Long> stages = new HashMap<>();
        AtomicLong unknown = new AtomicLong();
        sql.stays(AT_END, StaySql.begunBefore(scope.deals(), scope.endOf(period), scope.viewer()), scope)
                .query(row -> {
                    long stage = row.getLong("stage_id");
                    if (row.wasNull()) {
                        unknown.set(row.getLong("deals"));
                    } else {
                        stages.put(stage, row.getLong("deals"));
                    }
                });
        return new OpenThen(stages, unknown.get());
    }

    /** @param rate today's, of the currency to the base currency; null where unknown */
    record Row(
            long stageId,
            long ownerId,
            String currency,
            @Nullable BigDecimal rate,
            @Nullable LocalDate validFrom,
            long deals,
            long parked,
            long withoutAmount,
            @Nullable BigDecimal amount,
            long rotting,
            long slow,
            @Nullable BigDecimal slowAmount) {}
}
