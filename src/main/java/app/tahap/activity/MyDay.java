package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import app.tahap.activity.DayView.Part;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.deal.DealTrait;
import app.tahap.deal.Outcome;
import app.tahap.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads somebody's day: a fixed number of queries, each of which an index serves, and of every part the first rows. */
@Repository
class MyDay {

    static final int ROWS = 25;
    static final int DEALS = 10;
    /** How many days after today are shown. */
    static final int DAYS = 7;

    /** What is planned, told apart by when it is due; counted in one go. */
    private static final String COUNTS = """
            select count(*) filter (where %1$s) as overdue,
                   count(*) filter (where a.due_on = :today and (%1$s) is not true) as due_today,
                   count(*) filter (where a.due_on > :today) as upcoming
              from activity a join deal d on d.id = a.deal_id
             where a.assignee_id = :assignee and a.done_at is null and a.due_on <= :last and %2$s
            """;

    /** The rows are found before anything is read about them. */
    private static final String IDS = """
             where a.id in (select a.id from activity a join deal d on d.id = a.deal_id
                             where a.assignee_id = :assignee and a.done_at is null and %s and %s
                             order by a.due_on, a.due_time nulls last, a.id limit :limit)
             order by a.due_on, a.due_time nulls last, a.id
            """;

    private static final String DUE_TODAY = "a.due_on = :today and (a.due_time is null or a.due_time >= :time)";
    private static final String UPCOMING = "a.due_on > :today and a.due_on <= :last";

    private static final String DEAL_ROWS = """
            select d.id, d.title, o.name as organization, d.amount, d.currency, s.name as stage, d.stage_entered_at,
                   count(*) over () as matching
              from deal d
              join stage s on s.id = d.stage_id
              left join stage_pace p on p.stage_id = d.stage_id
              left join organization o on o.id = d.organization_id
             where %s
             order by d.stage_entered_at, d.id limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MyDay(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The day of a user, as far as the viewer may see the deals. */
    DayView of(long userId, Viewer viewer) {
        LocalDate today = viewer.today(clock);
        ActivitySql visible = ActivitySql.visibleTo(viewer, clock);
        Counts counts = visible.statement(jdbc, COUNTS.formatted(ActivitySql.OVERDUE, visible.where()))
                .param("assignee", userId)
                .param("last", today.plusDays(DAYS))
                .query(Counts.class)
                .single();
        return new DayView(
                today,
                part(userId, ActivitySql.OVERDUE, counts.overdue(), visible, viewer),
                part(userId, DUE_TODAY, counts.dueToday(), visible, viewer),
                part(userId, UPCOMING, counts.upcoming(), visible, viewer),
                deals(userId, DealTrait.WITHOUT_NEXT_STEP, viewer),
                deals(userId, DealTrait.ROTTING, viewer),
                hidden(userId, visible, viewer));
    }

    private Part<ActivityRow> part(long userId, String condition, int count, ActivitySql visible, Viewer viewer) {
        if (count == 0) {
            return new Part<>(List.of(), 0);
        }
        List<ActivityRow> rows = visible.statement(jdbc, ActivitySql.ROW + IDS.formatted(condition, visible.where()))
                .param("assignee", userId)
                .param("last", viewer.today(clock).plusDays(DAYS))
                .param("limit", ROWS)
                .query((row, number) -> ActivitySql.map(row, viewer, clock))
                .list();
        return new Part<>(rows, count);
    }

    private Part<DayDeal> deals(long userId, DealTrait trait, Viewer viewer) {
        DealCriteria criteria = criteria(userId, trait);
        DealSql filter = DealSql.of(criteria, viewer, viewer.today(clock));
        int[] matching = {0};
        List<DayDeal> rows = jdbc.sql(DEAL_ROWS.formatted(filter.where()))
                .params(filter.parameters())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", DEALS)
                .query((row, number) -> {
                    matching[0] = row.getInt("matching");
                    return deal(row, viewer);
                })
                .list();
        return new Part<>(rows, matching[0]);
    }

    /** The open deals of a user that somebody should think of, as the list of deals is asked for them. */
    static DealCriteria criteria(long userId, DealTrait trait) {
        return DealCriteria.NONE
                .but()
                .owner(userId)
                .outcome(Outcome.OPEN)
                .only(Set.of(trait))
                .build();
    }

    private int hidden(long userId, ActivitySql visible, Viewer viewer) {
        return viewer.visibility() == Visibility.EVERYONE
                ? 0
                : visible.statement(jdbc, """
                                select count(*) from activity a join deal d on d.id = a.deal_id
                                 where a.assignee_id = :assignee and a.done_at is null and a.deleted_at is null
                                   and d.deleted_at is null and not (%s)
                                """.formatted(visible.where()))
                        .param("assignee", userId)
                        .query(Integer.class)
                        .single();
    }

    private DayDeal deal(ResultSet row, Viewer viewer) throws SQLException {
        return new DayDeal(
                row.getLong("id"),
                row.getString("title"),
                row.getString("organization"),
                Money.ofNullable(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("stage"),
                ChronoUnit.DAYS.between(
                        viewer.dateOf(row.getTimestamp("stage_entered_at").toInstant()), viewer.today(clock)));
    }

    private record Counts(int overdue, int dueToday, int upcoming) {}
}
