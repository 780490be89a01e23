package app.tahap.report;

import app.tahap.deal.Outcome;
import app.tahap.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what was closed in the two periods, each deal at the rate of its closing. */
@Repository
class ClosedDeals {

    private static final Outcome[] CLOSED = {Outcome.WON, Outcome.LOST, Outcome.DISQUALIFIED};

    private static final String IN_PERIODS = """
            d.closed_at >= :earlierStart and d.closed_at < :end and (d.closed_at >= :start or d.closed_at < :earlierEnd)
            """;

    /** A sales cycle is counted in days of the calendar and their parts, however many hours a day has. */
    private static final String DAYS =
            "date_part('epoch', (d.closed_at at time zone :zone) - (d.created_at at time zone :zone)) / 86400";

    private final ReportSql sql;

    ClosedDeals(ReportSql sql) {
        this.sql = sql;
    }

    /** Counts and sums by period, outcome, owner at the closing, and reason. */
    List<Row> rows(Scope scope) {
        String select = """
                select %s as which, d.outcome, d.closing_owner_id as owner_id, d.reason_id, count(*) as deals,
                       count(d.value) as valued, count(*) - count(d.amount) as without_amount,
                       coalesce(sum(d.value), 0) as value
                  from deal d
                 where %%s and %s
                 group by 1, 2, 3, 4
                """.formatted(Which.of("d.closed_at"), IN_PERIODS);
        return sql.deals(select, scope.deals().but().outcome(CLOSED).build(), scope)
                .query(Row.class)
                .list();
    }

    /** Medians of won deals by period. */
    List<Spread> wonSpread(Scope scope) {
        String select = """
                select %s as which,
                       percentile_cont(0.5) within group (order by d.value::float8) as median_value,
                       count(*) filter (where d.created_known) as cycles,
                       percentile_cont(0.5) within group (order by %s) filter (where d.created_known) as cycle_median,
                       percentile_cont(0.8) within group (order by %s) filter (where d.created_known) as cycle_p80
                  from deal d
                 where %%s and %s
                 group by 1
                """.formatted(Which.of("d.closed_at"), DAYS, DAYS, IN_PERIODS);
        return sql.deals(select, scope.deals().but().outcome(Outcome.WON).build(), scope)
                .query(Spread.class)
                .list();
    }

    /** What the won deals of the period are worth that have no rate, by currency. */
    List<Money> unvalued(Scope scope) {
        return sql.deals("""
                        select sum(d.amount) as amount, d.currency from deal d
                         where %s and d.amount is not null and d.rate is null group by d.currency order by d.currency
                        """, scope.closed(scope.period(), Outcome.WON), scope)
                .query((row, number) -> new Money(row.getBigDecimal("amount"), row.getString("currency")))
                .list();
    }

    record Row(
            Which which,
            Outcome outcome,
            long ownerId,
            @Nullable Long reasonId,
            long deals,
            long valued,
            long withoutAmount,
            BigDecimal value) {

        ClosedValue addTo(ClosedValue sum) {
            return sum.plus(value, deals, valued, withoutAmount);
        }
    }

    record Spread(
            Which which,
            @Nullable Double medianValue,
            long cycles,
            @Nullable Double cycleMedian,
            @Nullable Double cycleP80) {}
}
