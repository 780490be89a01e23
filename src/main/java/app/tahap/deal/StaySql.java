package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.account.Visibility;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where it is told in SQL which stays in stages count in figures, and what became of a deal after one. The
 * conditions speak of {@code stage_stay y}.
 */
public final class StaySql {

    /** A deal came into a stage: not by being reopened there, nor by a change of the pipeline's stages. */
    public static final String ENTERED = "y.counted";

    /** A stay ended, other than by a change of the pipeline's stages. */
    public static final String ENDED = "y.exit in ('MOVED', 'WON', 'LOST', 'DISQUALIFIED')";

    /** A deal left a stage that is known. */
    public static final String LEFT = "y.stage_known and " + ENDED;

    /**
     * A later stay {@code z} in a stage behind that of {@code y}. Places are those the stages had when entered, so that
     * reordering turns nothing round. A stage that was removed or merged since stands for the one that took its deals over.
     */
    private static final String REACHED = """
            from stage_stay z
             join stage at on at.id = z.stage_id
             left join stage heir on heir.id = at.successor_id and heir.pipeline_id = y.pipeline_id
            where z.deal_id = y.deal_id and z.pipeline_id = y.pipeline_id and z.entered_by > y.entered_by
              and z.entry = 'MOVED' and coalesce(heir.id, at.id) <> y.stage_id
              and coalesce(heir.position, z.stage_position) > y.stage_position""";

    /** The deal came to a later stage. */
    public static final String CAME_LATER = "(y.exit is not null and exists (select " + REACHED + "))";

    /** See {@link Progress#WENT_ON}; speaks of {@code deal d}, too. */
    static final String WENT_ON = "(d.outcome = 'WON' or " + CAME_LATER + ")";

    public static final String RETURNED = "(y.exit = 'MOVED' and y.next_position < y.stage_position)";

    /** The stay goes on. */
    public static final String RUNNING = "y.left_at is null";

    /** The stay has ended since the moment of {@link #begunBefore}. */
    public static final String LEFT_SINCE = "y.left_at >= :openUntil";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    StaySql() {}

    /** See {@link Progress#SKIPPED}. */
    public static String skipped(String nextStage) {
        return """
                (y.exit = 'WON'
                 or y.exit = 'MOVED' and y.next_position > y.stage_position and y.next_stage_id <> %1$s
                    and (select coalesce(heir.id, at.id) %2$s order by z.entered_by limit 1) is distinct from %1$s)""".formatted(nextStage, REACHED);
    }

    /**
     * The stays that a report covers: of a pipeline, and of an owner or a team where one is given.
     *
     * @param event the column that names the event at which the owner matters: entered_by or left_by
     */
    public static StaySql of(DealCriteria scope, String event, Viewer viewer) {
        StaySql sql = new StaySql();
        sql.add("y.pipeline_id = :pipeline", "pipeline", scope.pipeline());
        sql.ownedAt(event, scope);
        sql.counting(viewer);
        return sql;
    }

    /**
     * The stays that had begun before a moment; those that are {@link #RUNNING} or were {@link #LEFT_SINCE} are one for each
     * deal that then was open. Whose the deal was then is told by its last
     * event before: a change of owner cannot be undone.
     */
    public static StaySql begunBefore(DealCriteria scope, OffsetDateTime moment, Viewer viewer) {
        StaySql sql = new StaySql();
        sql.begun(scope, moment);
        sql.counting(viewer);
        return sql;
    }

    /** Conditions joined by "and"; never empty. */
    public String where() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Deleted deals are few, so that leaving them out is cheaper than looking every deal up. */
    private void counting(Viewer viewer) {
        if (viewer.visibility() == Visibility.EVERYONE) {
            add("not exists (select from deal d where d.id = y.deal_id and d.deleted_at is not null)");
        } else {
            DealSql visible = DealSql.visibleTo(viewer);
            add("exists (select from deal d where d.id = y.deal_id and d.deleted_at is null and " + visible.where()
                    + ")");
            parameters.putAll(visible.parameters());
        }
    }

    void begun(DealCriteria scope, OffsetDateTime moment) {
        add("y.pipeline_id = :pipeline", "pipeline", scope.pipeline());
        add("y.entered_at < :openUntil", "openUntil", moment);
        String owner =
                "(select e.owner_id from deal_event e where e.deal_id = y.deal_id and e.occurred_at < :openUntil "
                        + "order by e.id desc limit 1) ";
        add(owner + "= :owner", "owner", scope.owner());
        add(owner + "in (select id from users where team_id = :team)", "team", scope.team());
    }

    void ownedAt(String event, DealCriteria criteria) {
        String at = "exists (select from deal_event e where e.id = y." + event + " and e.owner_id ";
        add(at + "= :owner)", "owner", criteria.owner());
        add(at + "in (select id from users where team_id = :team))", "team", criteria.team());
    }

    void add(String condition) {
        conditions.add(condition);
    }

    void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
