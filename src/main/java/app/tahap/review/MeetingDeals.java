package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.deal.Due;
import app.tahap.web.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the deal that a meeting looks at. */
@Repository
class MeetingDeals {

    private static final String DEAL = """
            select d.id, d.title, d.owner_id, u.name as owner, d.organization_id, o.name as organization, pe.name as person,
                   s.name as stage, d.outcome, d.deleted_at is not null as deleted, d.amount, d.currency,
                   case when not %s
                        then (:now at time zone :zone)::date - (d.stage_entered_at at time zone :zone)::date end as days,
                   d.expected_close, %s as slips, d.score, d.next_step, d.next_step_due, d.next_step_time, %s as marks
              from deal d
              join stage s on s.id = d.stage_id
              join users u on u.id = d.owner_id
              left join stage_pace p on p.stage_id = d.stage_id
              left join %s slips on slips.deal_id = d.id
              left join organization o on o.id = d.organization_id
              left join person pe on pe.id = d.person_id
             where d.id = :deal and %s
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingDeals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    MeetingDeal load(long dealId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(DEAL.formatted(
                        DealSql.ENTRY_UNKNOWN, Mark.SLIPS, Mark.LIST, Mark.slipsOf(":deal"), visible.where()))
                .params(visible.parameters())
                .param("deal", dealId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", viewer.today(clock))
                .param("zone", viewer.zone().getId())
                .query((row, number) -> map(row, viewer))
                .optional()
                .orElseThrow(() -> new NotFoundException("deal", dealId));
    }

    private MeetingDeal map(ResultSet row, Viewer viewer) throws SQLException {
        return new MeetingDeal(
                row.getLong("id"),
                row.getString("title"),
                row.getLong("owner_id"),
                row.getString("owner"),
                row.getObject("organization_id", Long.class),
                row.getString("organization"),
                row.getString("person"),
                row.getString("stage"),
                row.getString("outcome"),
                row.getBoolean("deleted"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("days", Integer.class),
                row.getObject("expected_close", LocalDate.class),
                row.getInt("slips"),
                row.getObject("score", Integer.class),
                step(row, viewer),
                Mark.of((String[]) row.getArray("marks").getArray()));
    }

    private MeetingDeal.@Nullable Step step(ResultSet row, Viewer viewer) throws SQLException {
        @Nullable String subject = row.getString("next_step");
        if (subject == null) {
            return null;
        }
        LocalDate due = row.getObject("next_step_due", LocalDate.class);
        @Nullable LocalTime time = row.getObject("next_step_time", LocalTime.class);
        return new MeetingDeal.Step(subject, due, time, Due.of(due, time, viewer, clock));
    }
}
