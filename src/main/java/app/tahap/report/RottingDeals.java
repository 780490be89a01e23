package app.tahap.report;

import app.tahap.deal.DealSql;
import app.tahap.deal.DealTrait;
import app.tahap.money.Money;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads the rotting deals of which most can be lost. */
@Repository
class RottingDeals {

    private static final int MOST = 8;

    private final ReportSql sql;

    RottingDeals(ReportSql sql) {
        this.sql = sql;
    }

    List<RottingRow> worthMost(Scope scope) {
        return sql.deals("""
                        select d.id, d.title, o.name as organization, d.stage, u.name as owner, d.amount, d.currency,
                               d.days, d.day_limit
                          from (select d.*, s.name as stage, floor(%1$s) as days,
                                       ceil(coalesce(s.rotting_days, p.p80_days)) as day_limit, d.amount * r.rate as worth
                                  from deal d
                                  join stage s on s.id = d.stage_id
                                  left join stage_pace p on p.stage_id = d.stage_id
                                  left join rates_on(:today) r on r.currency = d.currency
                                 where %%s
                                 order by worth desc nulls last, d.stage_entered_at, d.id
                                 limit :most) d
                          join users u on u.id = d.owner_id
                          left join organization o on o.id = d.organization_id
                         order by d.worth desc nulls last, d.stage_entered_at, d.id
                        """.formatted(DealSql.DAYS_IN_STAGE), scope.open(DealTrait.ROTTING), scope)
                .param("most", MOST)
                .query((row, number) -> new RottingRow(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("organization"),
                        row.getString("stage"),
                        row.getString("owner"),
                        Money.ofNullable(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getLong("days"),
                        row.getLong("day_limit")))
                .list();
    }
}
