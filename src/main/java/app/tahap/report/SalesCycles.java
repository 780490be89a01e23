package app.tahap.report;

import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import app.tahap.deal.StaySql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how long it takes to win when deals that are not won yet count as lasting at least as long as they have. */
@Repository
class SalesCycles {

    /** As of stays: tenths of a day below ten days, whole days above; enough for a median, and few enough to send. */
    private static final String DAYS = """
            select case when days < 10 then floor(days * 10) / 10 else floor(days) end as days, count(*) as deals
              from (select date_part('epoch', (%s at time zone :zone) - (d.created_at at time zone :zone)) / 86400 as days
                      from %s) cycle
             group by 1
            """;

    private static final String DEALS = "deal d where %s";

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
                        DAYS.formatted("d.closed_at", DEALS),
                        scope.closed(scope.period(), Outcome.WON)
                                .but()
                                .and(DealTrait.CREATION_KNOWN)
                                .build(),
                        scope)
                .query(row -> {
                    cycle.ended(row.getDouble("days"), row.getLong("deals"));
                });
        (scope.isOver(scope.period()) ? openAtEnd(scope) : open(scope)).query(row -> {
            cycle.running(row.getDouble("days"), row.getLong("deals"));
        });
        return cycle;
    }

    /** Of each deal that was open at the end the one stay that it then was in; two ranges of the index, not an "or". */
    private JdbcClient.StatementSpec openAtEnd(Scope scope) {
        String stays = "select y.deal_id from stage_stay y where %1$s and ";
        String deals = "(%s union all %s) y join deal d on d.id = y.deal_id where d.created_known"
                .formatted(stays + StaySql.RUNNING, stays + StaySql.LEFT_SINCE);
        return sql.stays(
                DAYS.formatted(":end", deals),
                StaySql.begunBefore(scope.deals(), scope.endOf(scope.period()), scope.viewer()),
                scope);
    }

    private JdbcClient.StatementSpec open(Scope scope) {
        return sql.deals(DAYS.formatted(":now", DEALS), scope.open(DealTrait.CREATION_KNOWN), scope);
    }
}
