package app.tahap.deal;

import app.tahap.account.Initials;
import app.tahap.account.Viewer;
import app.tahap.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cards of the board's columns, in their order. */
@Repository
class BoardCards {

    static final int FIRST = 15;
    static final int MORE = 40;

    private static final String CARD = """
            select d.id, d.version, d.stage_id, d.rank, d.title, o.name as organization, d.amount, d.currency,
                   u.name as owner, case when not %s then d.stage_entered_at end as stage_entered_at,
                   coalesce(%s, false) as rotting, d.score,
                   d.ready_since is not null as ready, d.next_step, d.next_step_due, d.next_step_time,
                   d.next_step is null and t.tool is not null as step_missing
            """.formatted(DealSql.ENTRY_UNKNOWN, DealSql.ROTTING);

    private static final String FIRST_OF_EACH_COLUMN = CARD + """
                      from stage s
                      left join stage_pace p on p.stage_id = s.id
                      left join stage_tool t on t.stage_id = s.id and t.tool = 'ACTIVITIES'
                     cross join lateral (select * from deal d
                                          where d.stage_id = s.id and %s
                                          order by d.rank, d.id limit :limit) d
                      join users u on u.id = d.owner_id
                      left join organization o on o.id = d.organization_id
                     where s.pipeline_id = :pipeline and s.archived_at is null
                     order by s.position, s.id, d.rank, d.id
                    """;

    private static final String PART_OF_ONE_COLUMN = CARD + """
                      from deal d
                      join stage s on s.id = d.stage_id
                      left join stage_pace p on p.stage_id = d.stage_id
                      left join stage_tool t on t.stage_id = d.stage_id and t.tool = 'ACTIVITIES'
                      join users u on u.id = d.owner_id
                      left join organization o on o.id = d.organization_id
                     where %s and %s
                     order by d.rank, d.id limit :limit
                    """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BoardCards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first cards of every column of a pipeline. */
    List<CardView> first(long pipelineId, DealCriteria criteria, Viewer viewer) {
        DealSql filter = DealSql.of(criteria.onBoard(pipelineId), viewer, viewer.today(clock));
        return cards(FIRST_OF_EACH_COLUMN.formatted(filter.where()), filter)
                .param("pipeline", pipelineId)
                .param("limit", FIRST)
                .query((row, number) -> map(row, viewer))
                .list();
    }

    /** More cards of a column, after the one that was shown last. */
    List<CardView> after(CardPosition last, long pipelineId, long stageId, DealCriteria criteria, Viewer viewer) {
        DealSql filter = DealSql.of(criteria.onBoard(pipelineId), viewer, viewer.today(clock));
        String place = "d.stage_id = :column and (d.rank, d.id) > (:rank collate \"C\", :id)";
        return cards(PART_OF_ONE_COLUMN.formatted(filter.where(), place), filter)
                .param("column", stageId)
                .param("rank", last.rank())
                .param("id", last.id())
                .param("limit", MORE)
                .query((row, number) -> map(row, viewer))
                .list();
    }

    /** One deal's card, if it still is on the board that the criteria describe. */
    Optional<CardView> one(long dealId, long pipelineId, DealCriteria criteria, Viewer viewer) {
        DealSql filter = DealSql.of(criteria.onBoard(pipelineId), viewer, viewer.today(clock));
        return cards(PART_OF_ONE_COLUMN.formatted(filter.where(), "d.id = :id"), filter)
                .param("id", dealId)
                .param("limit", 1)
                .query((row, number) -> map(row, viewer))
                .optional();
    }

    private JdbcClient.StatementSpec cards(String sql, DealSql filter) {
        return jdbc.sql(sql)
                .params(filter.parameters())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private CardView map(ResultSet row, Viewer viewer) throws SQLException {
        @Nullable Timestamp entered = row.getTimestamp("stage_entered_at");
        String owner = row.getString("owner");
        return new CardView(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("stage_id"),
                row.getString("rank"),
                row.getString("title"),
                row.getString("organization"),
                Money.ofNullable(row.getBigDecimal("amount"), row.getString("currency")),
                owner,
                Initials.of(owner),
                entered == null
                        ? null
                        : ChronoUnit.DAYS.between(viewer.dateOf(entered.toInstant()), viewer.today(clock)),
                row.getBoolean("rotting"),
                row.getObject("score", Integer.class),
                row.getBoolean("ready"),
                StepView.of(row, viewer, clock),
                row.getBoolean("step_missing"));
    }
}
