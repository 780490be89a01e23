package app.tahap.campaign;

import app.tahap.money.Money;
import app.tahap.web.Choice;
import app.tahap.web.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads campaigns and sources with what they cost. */
@Repository
class CampaignViews {

    private final JdbcClient jdbc;

    CampaignViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Campaigns in use, the latest first, then archived ones; with two queries. */
    List<CampaignRow> campaigns() {
        return rows("""
                select c.id, c.name, s.label as source, c.starts_on, c.ends_on, c.archived_at is not null as archived
                  from campaign c left join lead_source s on s.id = c.source_id
                 order by c.archived_at is not null, c.starts_on desc nulls last, lower(c.name), c.id
                """, "campaign_id");
    }

    /** Sources in their order. */
    List<CampaignRow> sources() {
        return rows("""
                select s.id, s.label as name, null as source, null::date as starts_on, null::date as ends_on,
                       s.archived_at is not null as archived
                  from lead_source s order by s.archived_at is not null, s.position, s.id
                """, "source_id");
    }

    private List<CampaignRow> rows(String sql, String owner) {
        Map<Long, List<Money>> costs = new HashMap<>();
        jdbc.sql("""
                        select %1$s as owner, currency, sum(amount) as amount from acquisition_cost
                         where removed_at is null and %1$s is not null group by 1, 2 order by 2
                        """.formatted(owner)).query(row -> {
            costs.computeIfAbsent(row.getLong("owner"), id -> new ArrayList<>())
                    .add(new Money(row.getBigDecimal("amount"), row.getString("currency")));
        });
        return jdbc.sql(sql)
                .query((row, number) -> map(row, costs.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static CampaignRow map(ResultSet row, List<Money> costs) throws SQLException {
        return new CampaignRow(
                row.getLong("id"),
                row.getString("name"),
                row.getString("source"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("archived"),
                costs);
    }

    CampaignView load(long id) {
        return jdbc.sql("""
                        select c.id, c.version, c.name, c.source_id, s.label as source, c.starts_on, c.ends_on,
                               c.archived_at is not null as archived
                          from campaign c left join lead_source s on s.id = c.source_id where c.id = :id
                        """)
                .param("id", id)
                .query(CampaignView.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("campaign", id));
    }

    String sourceName(long id) {
        return jdbc.sql("select label from lead_source where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("source", id));
    }

    /** Sources in use, and the one that a campaign has although it was archived. */
    List<Choice> sourceChoices(@Nullable Long current) {
        return jdbc.sql("""
                        select id, label from lead_source where archived_at is null or id = :current order by position, id
                        """)
                .param("current", current, Types.BIGINT)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("label")))
                .list();
    }
}
