package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the log how deals stood at the moments of a review's summary: each by its last event that was not taken back. */
@Repository
class Courses {

    private static final String STANDING = """
            left join lateral (
                select e.outcome, e.deleted, e.stage_position, e.amount, e.currency, e.probability, e.expected_close,
                       e.pipeline_id = :pipeline and %2$s as covered
                  from effective_deal_event e
                 where e.deal_id = d.id and e.occurred_at <= :%1$s order by e.id desc limit 1) %1$s on true
            """;

    private static final String COLUMNS = """
            coalesce(%1$s.covered, false) as %1$s_covered, %1$s.outcome as %1$s_outcome,
            coalesce(%1$s.deleted, false) as %1$s_deleted, %1$s.stage_position as %1$s_stage, %1$s.amount as %1$s_amount,
            %1$s.currency as %1$s_currency, %1$s.probability as %1$s_probability, %1$s.expected_close as %1$s_expected
            """;

    /** A deal that was closed or deleted before all of the moments, and not touched since, is counted at none of them. */
    private static final String COURSES = """
            select d.id, d.title, %s
              from deal d
              %s
             where (d.outcome = 'OPEN' and d.deleted_at is null or d.last_event_at >= :since) and %s
             order by d.title, d.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Courses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Comparison compare(ReviewHead review, Viewer viewer) {
        return Comparison.of(courses(review, viewer), rates(review, viewer));
    }

    private List<Course> courses(ReviewHead review, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        String columns = each(COLUMNS::formatted).collect(Collectors.joining(", ")); // one for each moment, by its name
        String joins = each(name -> STANDING.formatted(name, whose(review))).collect(Collectors.joining("\n"));
        return jdbc.sql(COURSES.formatted(columns, joins, visible.where()))
                .params(visible.parameters())
                .param("pipeline", review.pipelineId())
                .param("owner", review.ownerId(), Types.BIGINT)
                .param("team", review.teamId(), Types.BIGINT)
                .param("since", at(review.since()))
                .param("before", at(review.since()))
                .param("start", at(review.startedAt()))
                .param("now", at(until(review)))
                .query((row, number) -> new Course(
                        row.getLong("id"),
                        row.getString("title"),
                        standing(row, "before"),
                        standing(row, "start"),
                        standing(row, "now")))
                .list();
    }

    private static Stream<String> each(Function<String, String> part) {
        return Stream.of("before", "start", "now").map(part);
    }

    private static String whose(ReviewHead review) {
        return switch (review.scope()) {
            case ALL -> "true";
            case TEAM -> "e.owner_id in (select id from users where team_id = :team)";
            case OWNER -> "e.owner_id = :owner";
        };
    }

    private static Standing standing(ResultSet row, String moment) throws SQLException {
        return new Standing(
                row.getBoolean(moment + "_covered"),
                row.getString(moment + "_outcome"),
                row.getBoolean(moment + "_deleted"),
                row.getInt(moment + "_stage"),
                row.getBigDecimal(moment + "_amount"),
                row.getString(moment + "_currency"),
                row.getBigDecimal(moment + "_probability"),
                row.getObject(moment + "_expected", LocalDate.class));
    }

    private Rates rates(ReviewHead review, Viewer viewer) {
        return new Rates(
                viewer.baseCurrency(),
                jdbc
                        .sql("select currency, rate, valid_from from rates_on(:day)")
                        .param("day", viewer.dateOf(until(review)))
                        .query(Rates.Rate.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Rates.Rate::currency, Function.identity())));
    }

    private Instant until(ReviewHead review) {
        @Nullable Instant ended = review.endedAt();
        return Objects.requireNonNullElseGet(ended, clock::instant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
