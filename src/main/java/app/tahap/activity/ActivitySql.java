package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.deal.Due;
import app.tahap.deal.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How activities are read: {@code activity a} of {@code deal d}, such as the viewer may see. */
final class ActivitySql {

    /** Needs the parameters {@code today} and {@code time}. */
    static final String OVERDUE = "(a.due_on < :today or a.due_on = :today and a.due_time < :time)";

    /** What a row tells, and where from. */
    static final String ROW = """
            select a.id, a.version, a.deal_id, d.title as deal, d.outcome as deal_outcome, o.name as organization,
                   pe.name as person, coalesce(pe.phone, o.phone) as phone, a.kind_id, k.label as kind, k.mark,
                   a.subject, a.due_on, a.due_time, a.minutes, a.assignee_id, u.name as assignee, a.done_at,
                   b.name as done_by, a.outcome
              from activity a
              join deal d on d.id = a.deal_id
              join activity_kind k on k.id = a.kind_id
              join users u on u.id = a.assignee_id
              left join users b on b.id = a.done_by
              left join organization o on o.id = d.organization_id
              left join person pe on pe.id = d.person_id
            """;

    /** The day on which it was done, or is due. */
    static final String DAY = "coalesce((a.done_at at time zone :zone)::date, a.due_on)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private ActivitySql(Viewer viewer, Clock clock) {
        DealSql visible = DealSql.visibleTo(viewer);
        conditions.add("a.deleted_at is null and d.deleted_at is null and " + visible.where());
        parameters.putAll(visible.parameters());
        parameters.put("today", viewer.today(clock));
        parameters.put("time", LocalTime.ofInstant(clock.instant(), viewer.zone()));
        parameters.put("zone", viewer.zone().getId());
    }

    /** Only the access: what a viewer may see, and is not deleted. */
    static ActivitySql visibleTo(Viewer viewer, Clock clock) {
        return new ActivitySql(viewer, clock);
    }

    static ActivitySql of(ActivityCriteria criteria, Viewer viewer, Clock clock) {
        ActivitySql sql = new ActivitySql(viewer, clock);
        sql.add("a.assignee_id = :assignee", "assignee", criteria.assignee());
        sql.add("a.deal_id = :deal", "deal", criteria.deal());
        sql.add("a.kind_id = :kind", "kind", criteria.kind());
        if (criteria.state() != null) {
            sql.conditions.add(criteria.state().condition());
        }
        sql.add(DAY + " >= :from", "from", criteria.from());
        sql.add(DAY + " <= :to", "to", criteria.to());
        return sql;
    }

    String where() {
        return String.join(" and ", conditions);
    }

    JdbcClient.StatementSpec statement(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).params(parameters);
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    static ActivityRow map(ResultSet row, Viewer viewer, Clock clock) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        @Nullable LocalTime dueTime = row.getObject("due_time", LocalTime.class);
        @Nullable Timestamp doneAt = row.getTimestamp("done_at");
        return new ActivityRow(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("deal_id"),
                row.getString("deal"),
                Outcome.valueOf(row.getString("deal_outcome")),
                row.getString("organization"),
                row.getString("person"),
                row.getString("phone"),
                row.getLong("kind_id"),
                row.getString("kind"),
                KindMark.valueOf(row.getString("mark")),
                row.getString("subject"),
                dueOn,
                dueTime,
                row.getObject("minutes", Integer.class),
                row.getLong("assignee_id"),
                row.getString("assignee"),
                doneAt == null ? null : doneAt.toInstant(),
                row.getString("done_by"),
                row.getString("outcome"),
                Due.of(dueOn, dueTime, viewer, clock));
    }
}
