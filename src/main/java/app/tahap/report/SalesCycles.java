package app.tahap.report;

import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import app.tahap.deal.StaySql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how long it takes to win when deals that are not won yet count as lasting at least as long as they have. */
@Repository
class SalesCycles {

    private static final String DAYS =
            "floor(date_part('epoch', (%s at time zone :zone) - (d.created_at at time zone :zone)) / 86400)::int as days";

    private final ReportSql sql;

    SalesCycles(ReportSql sql) {
        this.sql = sql;
    }

    /**
     * Won deals of the period, and the deals that were open at its end, or are now; those whose creation is unknown are left
     * out.
     */
    KaplanMeier withOpen(Scope scope) {
        KaplanMeier cycle = new KaplanMeier();
        sql.deals(
                        "select %s, count(*) as deals from deal d where %%s group by 1"
                                .formatted(DAYS.formatted("d.closed_at")),
                        scope.closed(scope.period(), Outcome.WON)
                                .but()
                                .and(DealTrait.CREATION_KNOWN)
                                .build(),
                        scope)
                .query(row -> {
                    cycle.ended(row.getInt("days"), row.getLong("deals"));
                });
        (scope.isOver(scope.period()) ? openAtEnd(scope) : open(scope)).query(row -> {
            cycle.running(row.getInt("days"), row.getLong("deals"));
        });
        return cycle;
    }

    /** Of each deal that was open at the end the one stay that it then was in; two ranges of the index, not an "or". */
    private JdbcClient.StatementSpec openAtEnd(Scope scope) {
        String stays = "select y.deal_id from stage_stay y where %1$s and ";
        String select =
                "select %s, count(*) as deals from (%s union all %s) y join deal d on d.id = y.deal_id where d.created_known group by 1"
                        .formatted(DAYS.formatted(":end"), stays + StaySql.RUNNING, stays + StaySql.LEFT_SINCE);
        return sql.stays(
                select, StaySql.begunBefore(scope.deals(), scope.endOf(scope.period()), scope.viewer()), scope);
    }

    private JdbcClient.StatementSpec open(Scope scope) {
        String select =
                "select %s, count(*) as deals from deal d where %%s group by 1".formatted(DAYS.formatted(":now"));
        return sql.deals(select, scope.open(DealTrait.CREATION_KNOWN), scope);
    }
}
