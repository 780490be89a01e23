package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads lists of activities, as the viewer may see their deals. */
@Repository
class ActivityList {

    private static final String DUE_FIRST = " order by a.due_on, a.due_time nulls last, a.id";
    private static final String DONE_FIRST =
            " order by " + ActivitySql.DAY + " desc, a.done_at desc nulls first, a.id desc";

    private final JdbcClient jdbc;
    private final Clock clock;

    ActivityList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One activity that is not deleted. */
    ActivityRow load(long id, Viewer viewer) {
        ActivitySql sql = ActivitySql.visibleTo(viewer, clock);
        return sql.statement(jdbc, ActivitySql.ROW + " where a.id = :id and " + sql.where())
                .param("id", id)
                .query((row, number) -> ActivitySql.map(row, viewer, clock))
                .optional()
                .orElseThrow(() -> new NotFoundException("activity", id));
    }

    /** What is planned about a deal, soonest first. */
    List<ActivityRow> planned(long dealId, Viewer viewer) {
        return rows(new ActivityCriteria(null, dealId, null, ActivityState.PLANNED, null, null), 0, 100, viewer);
    }

    int count(ActivityCriteria criteria, Viewer viewer) {
        ActivitySql sql = ActivitySql.of(criteria, viewer, clock);
        return sql.statement(
                        jdbc, "select count(*) from activity a join deal d on d.id = a.deal_id where " + sql.where())
                .query(Integer.class)
                .single();
    }

    List<ActivityRow> rows(ActivityCriteria criteria, long offset, int limit, Viewer viewer) {
        ActivitySql sql = ActivitySql.of(criteria, viewer, clock);
        return sql.statement(jdbc, ordered(criteria, sql) + " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> ActivitySql.map(row, viewer, clock))
                .list();
    }

    /** Hands over every matching activity, one at a time, so that their number does not matter. */
    @Transactional(readOnly = true)
    public void forEach(ActivityCriteria criteria, Viewer viewer, Consumer<ActivityRow> consumer) {
        ActivitySql sql = ActivitySql.of(criteria, viewer, clock);
        sql.statement(jdbc, ordered(criteria, sql)).query(row -> {
            consumer.accept(ActivitySql.map(row, viewer, clock));
        });
    }

    private static String ordered(ActivityCriteria criteria, ActivitySql sql) {
        return ActivitySql.ROW + " where " + sql.where() + (criteria.latestFirst() ? DONE_FIRST : DUE_FIRST);
    }
}
