package app.tahap.report;

import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what is known of customers: what they need, to whom they went, and who is about to agree. */
@Repository
class Customers {

    private static final String CLOSED_IN_PERIOD = "d.closed_at >= :start and d.closed_at < :end";

    private final ReportSql sql;

    Customers(ReportSql sql) {
        this.sql = sql;
    }

    CustomerFigures read(Scope scope) {
        return new CustomerFigures(needs(scope), competitors(scope), ready(scope));
    }

    private List<NeedRow> needs(Scope scope) {
        record Row(long id, String kind, String label, long open, long won, long lost) {}
        return sql.deals("""
                        select n.id, n.kind, n.label, count(*) filter (where d.outcome = 'OPEN') as open,
                               count(*) filter (where d.outcome = 'WON') as won,
                               count(*) filter (where d.outcome = 'LOST') as lost
                          from deal d join deal_need t on t.deal_id = d.id join need n on n.id = t.need_id
                         where %%s and (d.outcome = 'OPEN' or (d.outcome in ('WON', 'LOST') and %s))
                         group by n.id
                         order by count(*) desc, n.kind, n.position, n.id
                        """.formatted(CLOSED_IN_PERIOD), scope.deals(), scope).query(Row.class).list().stream()
                .map(row -> new NeedRow(
                        row.kind(),
                        row.label(),
                        new DealCount(row.open(), needing(row.id(), scope.open())),
                        new DealCount(row.won(), needing(row.id(), scope.closed(scope.period(), Outcome.WON))),
                        new DealCount(row.lost(), needing(row.id(), scope.closed(scope.period(), Outcome.LOST))),
                        new Proportion(row.won(), row.won() + row.lost())))
                .toList();
    }

    private static DealCriteria needing(long need, DealCriteria criteria) {
        return criteria.but().need(need).build();
    }

    private List<CompetitorRow> competitors(Scope scope) {
        DealCriteria lost = scope.closed(scope.period(), Outcome.LOST);
        List<LostTo> rows = sql.deals("""
                        select c.id, c.label, l.other_competitor is not null as another, count(*) as deals,
                               count(d.value) as valued, count(*) - count(d.amount) as without_amount,
                               coalesce(sum(d.value), 0) as value
                          from deal d left join deal_loss l on %s left join competitor c on c.id = l.competitor_id
                         where %%s
                         group by c.id, l.other_competitor is not null
                         order by c.id is null, l.other_competitor is not null desc, count(*) desc, c.label
                        """.formatted(DealSql.LOSS), lost, scope)
                .query(LostTo.class)
                .list();
        long all = rows.stream().mapToLong(LostTo::deals).sum();
        return rows.stream().map(row -> row.row(lost, all, scope)).toList();
    }

    private DealCount ready(Scope scope) {
        DealCriteria ready = scope.open(DealTrait.READY);
        long count = sql.deals("select count(*) from deal d where %s", ready, scope)
                .query(Long.class)
                .single();
        return new DealCount(count, ready);
    }

    private record LostTo(
            @Nullable Long id,
            @Nullable String label,
            boolean another,
            long deals,
            long valued,
            long withoutAmount,
            BigDecimal value) {

        CompetitorRow row(DealCriteria lost, long all, Scope scope) {
            DealCriteria these = id != null
                    ? lost.but().competitor(id).build()
                    : lost.but()
                            .and(another ? DealTrait.LOST_TO_ANOTHER : DealTrait.LOST_TO_UNTOLD)
                            .build();
            return new CompetitorRow(
                    label,
                    another,
                    new DealCount(deals, these),
                    new Proportion(deals, all),
                    ClosedValue.none(scope).plus(value, deals, valued, withoutAmount));
        }
    }
}
