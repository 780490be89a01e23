package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the reviews that a viewer may open. */
@Repository
class Reviews {

    private static final String HEAD = """
            select r.id, r.pipeline_id, p.name as pipeline, r.scope, r.owner_id, r.team_id, coalesce(o.name, t.name) as whose,
                   r.only_marked, r.sorting, r.previous_id, r.since, r.started_by as started_by_id, s.name as started_by,
                   r.started_at, e.name as ended_by, r.ended_at
              from review r
              join pipeline p on p.id = r.pipeline_id
              join users s on s.id = r.started_by
              left join users o on o.id = r.owner_id
              left join team t on t.id = r.team_id
              left join users e on e.id = r.ended_by
             where r.id = :id and %s
            """;

    private static final String ROWS = """
            select r.id, p.name as pipeline, r.scope, coalesce(o.name, t.name) as whose, s.name as started_by, r.started_at,
                   r.ended_at, c.deals, c.seen, c.decided
              from review r
              join pipeline p on p.id = r.pipeline_id
              join users s on s.id = r.started_by
              left join users o on o.id = r.owner_id
              left join team t on t.id = r.team_id
             cross join lateral (select count(*) as deals, count(d.seen_at) as seen, count(d.decision) as decided
                                   from review_deal d where d.review_id = r.id) c
             where %s
             order by r.ended_at is not null, r.started_at desc, r.id desc offset :offset limit :limit
            """;

    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ReviewHead load(long id, Viewer viewer) {
        return load(HEAD, id, viewer);
    }

    /** A review in which something is about to be said, so that it cannot be ended meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    ReviewHead loadRunning(long id, Viewer viewer) {
        return requireRunning(load(HEAD + " for share of r", id, viewer));
    }

    /** A review that is about to be ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    ReviewHead loadForEnding(long id, Viewer viewer) {
        return load(HEAD + " for no key update of r", id, viewer);
    }

    private ReviewHead load(String sql, long id, Viewer viewer) {
        ReviewSql visible = ReviewSql.visibleTo(viewer);
        return jdbc.sql(sql.formatted(visible.where()))
                .params(visible.parameters())
                .param("id", id)
                .query(ReviewHead.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("review", id));
    }

    private static ReviewHead requireRunning(ReviewHead review) {
        if (review.isEnded()) {
            throw new RuleException("review.ended.already");
        }
        return review;
    }

    int count(Viewer viewer) {
        ReviewSql visible = ReviewSql.visibleTo(viewer);
        return jdbc.sql("select count(*) from review r where " + visible.where())
                .params(visible.parameters())
                .query(Integer.class)
                .single();
    }

    /** Those that go on first, then the latest. */
    List<ReviewRow> rows(Viewer viewer, long offset, int limit) {
        ReviewSql visible = ReviewSql.visibleTo(viewer);
        return jdbc.sql(ROWS.formatted(visible.where()))
                .params(visible.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(ReviewRow.class)
                .list();
    }
}
