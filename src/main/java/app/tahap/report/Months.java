package app.tahap.report;

import app.tahap.deal.DateRange;
import app.tahap.deal.Outcome;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;

/** Reads what was closed in each of the twelve months that end with the period, and what has changed since they ended. */
@Repository
class Months {

    static final int COUNT = 12;

    /** What the closing event said when a month ended is undone by reopening or deleting the deal later. */
    private static final String RESTATEMENTS = """
            select e.kind, (e.occurred_at at time zone :zone)::date as day, u.name as actor, d.id as deal_id, d.title,
                   c.outcome, (c.closed_at at time zone :zone)::date as closed
              from deal_event e
              join deal d on d.id = e.deal_id
              left join users u on u.id = e.actor_id
             cross join lateral (select x.outcome, x.closed_at, x.closing_owner_id, x.pipeline_id
                                   from deal_event x
                                  where x.deal_id = e.deal_id and x.outcome <> 'OPEN'
                                    and (x.id = e.id or e.kind = 'REOPENED' and x.id < e.id)
                                  order by x.id desc limit 1) c
             where e.pipeline_id = :pipeline and e.kind in ('REOPENED', 'DELETED', 'RESTORED')
               and not exists (select from deal_event undo where undo.undoes_id = e.id)
               and e.occurred_at >= :first and c.closed_at >= :first and c.closed_at < :last
               and e.occurred_at >= (date_trunc('month', c.closed_at at time zone :zone) + interval '1 month') at time zone :zone
               and (:owner::bigint is null or c.closing_owner_id = :owner)
               and (:team::bigint is null or c.closing_owner_id in (select id from users where team_id = :team))
               and %s
             order by e.occurred_at desc
            """;

    private final ReportSql sql;

    Months(ReportSql sql) {
        this.sql = sql;
    }

    /** The last of the months is that in which the period ends, or today where it goes on. */
    static YearMonth last(Scope scope) {
        return YearMonth.from(scope.period().lastUntil(scope.today()));
    }

    List<Row> rows(Scope scope) {
        YearMonth first = last(scope).minusMonths(COUNT - 1);
        ZoneId zone = scope.viewer().zone();
        String[] starts = IntStream.range(0, COUNT)
                .mapToObj(month -> first.plusMonths(month).atDay(1).atStartOfDay(zone))
                .map(start -> start.toOffsetDateTime().toString())
                .toArray(String[]::new);
        DateRange days = new DateRange(first.atDay(1), last(scope).atEndOfMonth());
        // to look a moment up among twelve takes less than to find its month by the calendar of a zone; read once, by
        // "select"
        return sql.deals(
                        """
                        select width_bucket(d.closed_at, (select :starts::timestamptz[])) as month, d.outcome,
                               count(*) as deals, count(d.value) as valued,
                               count(*) - count(d.amount) as without_amount, coalesce(sum(d.value), 0) as value
                          from deal d where %s group by 1, 2
                        """,
                        scope.deals()
                                .but()
                                .outcome(Outcome.WON, Outcome.LOST, Outcome.DISQUALIFIED)
                                .closed(days)
                                .build(),
                        scope)
                .param("starts", starts)
                .query((row, number) -> new Row(
                        first.plusMonths(row.getInt("month") - 1L),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getLong("deals"),
                        row.getLong("valued"),
                        row.getLong("without_amount"),
                        row.getBigDecimal("value")))
                .list();
    }

    List<Restatement> restatements(Scope scope) {
        ZoneId zone = scope.viewer().zone();
        LocalDate first = last(scope).minusMonths(COUNT - 1).atDay(1);
        return sql.allDeals(RESTATEMENTS, scope)
                .param("first", first.atStartOfDay(zone).toOffsetDateTime())
                .param("last", first.plusMonths(COUNT).atStartOfDay(zone).toOffsetDateTime())
                .param("owner", scope.deals().owner(), Types.BIGINT)
                .param("team", scope.deals().team(), Types.BIGINT)
                .query(Restatement.class)
                .list();
    }

    record Row(YearMonth month, Outcome outcome, long deals, long valued, long withoutAmount, BigDecimal value) {

        ClosedValue addTo(ClosedValue sum) {
            return sum.plus(value, deals, valued, withoutAmount);
        }
    }
}
