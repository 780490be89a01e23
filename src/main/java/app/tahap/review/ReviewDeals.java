package app.tahap.review;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.web.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deals of a review that the viewer may see now, in the order of the review; deleted ones are among them. */
@Repository
class ReviewDeals {

    private static final String PLACE = """
            select place.*, u.name as changed_by
              from (select x.deal_id, row_number() over w as number, count(*) over () as total,
                           count(x.seen_at) over () as seen, lag(x.deal_id) over w as previous_id,
                           lead(x.deal_id) over w as next_id, x.seen_at, x.decision, x.words, x.note, x.changed_by as changed_by_id,
                           x.changed_at, x.version
                      from review_deal x join deal d on d.id = x.deal_id
                     where x.review_id = :review and %s
                    window w as (order by x.position)) place
              left join users u on u.id = place.changed_by_id
             where place.deal_id = :deal
            """;

    private static final String ROWS = """
            select x.deal_id, row_number() over (order by x.position) as number, d.title, o.name as organization, u.name as owner,
                   s.name as stage, d.outcome, d.deleted_at is not null as deleted, d.amount, d.currency, x.marks, x.seen_at,
                   x.decision, x.words, x.note, c.name as changed_by
              from review_deal x
              join deal d on d.id = x.deal_id
              join stage s on s.id = d.stage_id
              join users u on u.id = d.owner_id
              left join organization o on o.id = d.organization_id
              left join users c on c.id = x.changed_by
             where x.review_id = :review and %s
             order by x.position
            """;

    private final JdbcClient jdbc;

    ReviewDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFoundException where the deal is none of the review, or the viewer may not see it */
    ReviewPlace place(long reviewId, long dealId, Viewer viewer) {
        return ask(PLACE, reviewId, viewer)
                .param("deal", dealId)
                .query(ReviewPlace.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("deal of a review", dealId));
    }

    /** The first deal that nobody has looked at. */
    Optional<Long> firstUnseen(long reviewId, Viewer viewer) {
        return ask("""
                        select x.deal_id from review_deal x join deal d on d.id = x.deal_id
                         where x.review_id = :review and x.seen_at is null and d.deleted_at is null and %s
                         order by x.position limit 1
                        """, reviewId, viewer).query(Long.class).optional();
    }

    int count(long reviewId, Viewer viewer) {
        return ask(
                        "select count(*) from review_deal x join deal d on d.id = x.deal_id where x.review_id = :review and %s",
                        reviewId, viewer)
                .query(Integer.class)
                .single();
    }

    List<ReviewDealRow> rows(long reviewId, long offset, int limit, Viewer viewer) {
        return ask(ROWS + " offset :offset limit :limit", reviewId, viewer)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> map(row))
                .list();
    }

    List<ReviewDealRow> all(long reviewId, Viewer viewer) {
        return ask(ROWS, reviewId, viewer).query((row, number) -> map(row)).list();
    }

    private JdbcClient.StatementSpec ask(String sql, long reviewId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(sql.formatted(visible.where()))
                .params(visible.parameters())
                .param("review", reviewId);
    }

    private static ReviewDealRow map(ResultSet row) throws SQLException {
        @Nullable String decision = row.getString("decision");
        @Nullable Timestamp seen = row.getTimestamp("seen_at");
        return new ReviewDealRow(
                row.getLong("deal_id"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("organization"),
                row.getString("owner"),
                row.getString("stage"),
                row.getString("outcome"),
                row.getBoolean("deleted"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                (String[]) row.getArray("marks").getArray(),
                seen == null ? null : seen.toInstant(),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("words"),
                row.getString("note"),
                row.getString("changed_by"));
    }
}
