package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.negotiation.ObjectionOutcome;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the objections behind a number of their report, by the conditions by which that counts them. */
@Repository
class ObjectionItems {

    private static final String CHOSEN = """
               and (cast(:type as bigint) is null or o.type_id = :type)
               and (cast(:stage as bigint) is null or o.stage_id = :stage)
               and (cast(:outcome as text) is null or o.outcome = :outcome)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ObjectionItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which objections are meant; null for all. */
    record Choice(
            @Nullable Long type,
            @Nullable Long stage,
            @Nullable ObjectionOutcome outcome) {}

    int count(Choice choice, Period period, DealCriteria scope, Viewer viewer) {
        return ask("select count(*) %s", choice, period, scope, viewer)
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    List<ObjectionItem> items(Choice choice, Period period, DealCriteria scope, Viewer viewer, long offset, int limit) {
        return ask("""
                        select d.id as deal_id, d.title as deal, t.label as type, s.name as stage, o.words, o.answer, o.outcome,
                               (select name from users where id = o.author_id) as author, o.raised_at
                        %s
                         order by o.raised_at desc, o.id desc offset :offset limit :limit
                        """, choice, period, scope, viewer)
                .param("offset", offset)
                .param("limit", limit)
                .query(ObjectionItem.class)
                .list();
    }

    private JdbcClient.StatementSpec ask(String sql, Choice choice, Period period, DealCriteria scope, Viewer viewer) {
        DealSql filter = DealSql.of(scope, viewer, viewer.today(clock));
        ObjectionOutcome outcome = choice.outcome();
        return jdbc.sql(sql.formatted(ObjectionFigures.RAISED.formatted(filter.where()) + CHOSEN))
                .params(filter.parameters())
                .params(ObjectionFigures.within(period, viewer))
                .param("type", choice.type(), Types.BIGINT)
                .param("stage", choice.stage(), Types.BIGINT)
                .param("outcome", outcome == null ? null : outcome.name(), Types.VARCHAR);
    }
}
