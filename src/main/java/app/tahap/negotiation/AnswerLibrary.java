package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.web.SearchText;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The answers that resolved objections, those that did most often first. The same answer in the same words counts as one.
 * Only deals that the viewer may see are drawn on.
 */
@Repository
class AnswerLibrary {

    /** How many answers a page shows. */
    static final int PAGE = 25;

    private static final String ANSWERS = """
            from objection o
            join objection_type t on t.id = o.type_id
            join deal d on d.id = o.deal_id
           where o.deleted_at is null and d.deleted_at is null and o.outcome = 'RESOLVED' and o.answer is not null
             and (cast(:type as bigint) is null or o.type_id = :type)
             and (lower(o.answer) like :text or lower(o.words) like :text)
             and %s
           group by o.type_id, t.label, lower(o.answer)
            """;

    private final JdbcClient jdbc;

    AnswerLibrary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(@Nullable Long typeId, @Nullable String text, Viewer viewer) {
        return statement("select count(*) from (select 1 %s) found", typeId, text, viewer)
                .query(Integer.class)
                .single();
    }

    /** @param typeId null for all types */
    List<KnownAnswer> answers(@Nullable Long typeId, @Nullable String text, long offset, int limit, Viewer viewer) {
        return statement("""
                        select o.type_id, t.label as type, (array_agg(o.words order by o.id desc))[1] as words,
                               (array_agg(o.answer order by o.id desc))[1] as answer, count(*) as resolved,
                               count(distinct d.id) filter (where d.outcome = 'WON') as won,
                               count(distinct d.id) filter (where d.outcome in ('WON', 'LOST')) as decided
                        %s
                         order by won desc, resolved desc, max(o.id) desc offset :offset limit :limit
                        """, typeId, text, viewer)
                .param("offset", offset)
                .param("limit", limit)
                .query(KnownAnswer.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(
            String sql, @Nullable Long typeId, @Nullable String text, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql(sql.formatted(ANSWERS.formatted(visible.where())))
                .params(visible.parameters())
                .param("type", typeId, Types.BIGINT)
                .param("text", SearchText.anywhere(text));
    }
}
