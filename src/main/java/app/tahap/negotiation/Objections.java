package app.tahap.negotiation;

import app.tahap.web.Choice;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the objections of a deal, and the types there are. */
@Repository
class Objections {

    private final JdbcClient jdbc;

    Objections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are open first, then the latest. */
    List<ObjectionRow> of(long dealId) {
        return jdbc.sql("""
                        select o.id, t.label as type, s.name as stage, o.words, o.answer, o.outcome, u.name as author,
                               o.raised_at, o.version
                          from objection o
                          join objection_type t on t.id = o.type_id
                          join stage s on s.id = o.stage_id
                          join users u on u.id = o.author_id
                         where o.deal_id = :deal and o.deleted_at is null
                         order by (o.outcome = 'OPEN') desc, o.raised_at desc, o.id desc
                        """).param("deal", dealId).query(ObjectionRow.class).list();
    }

    /** The types on offer, and the one that an objection has although it was archived. */
    List<Choice> types(@Nullable Long current) {
        return jdbc.sql("""
                        select id, label from objection_type where archived_at is null or id = :current order by position, id
                        """)
                .param("current", current, Types.BIGINT)
                .query((row, number) -> new Choice(row.getLong("id"), row.getString("label")))
                .list();
    }
}
