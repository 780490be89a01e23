package app.tahap.report;

import app.tahap.deal.CriterionWords;
import app.tahap.deal.CriterionWords.Named;
import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads how often deals were let past required exit criteria, by whom and why. Moves that were undone, and deals that were
 * deleted, do not count; a deal counts for whom it belonged to then.
 */
@Repository
@Transactional(readOnly = true)
class Exceptions {

    private static final String OF_SCOPE = """
              from criterion_exception x
              join deal_event e on e.id = x.event_id
              join deal d on d.id = e.deal_id
              left join users a on a.id = e.actor_id
             where %s and d.deleted_at is null and e.pipeline_id = :pipeline
               and not exists (select from deal_event u where u.undoes_id = e.id)
               and (cast(:owner as bigint) is null or e.owner_id = :owner)
               and (cast(:team as bigint) is null
                    or e.owner_id in (select id from users where team_id = :team))
               and (cast(:actor as bigint) is null or e.actor_id = :actor)
            """;

    private static final String IN_PERIOD = " and e.occurred_at >= :start and e.occurred_at < :end";

    private final ReportSql sql;
    private final CriterionWords words;
    private final JsonMapper json;

    Exceptions(ReportSql sql, CriterionWords words, JsonMapper json) {
        this.sql = sql;
        this.words = words;
        this.json = json;
    }

    /** How often each manager did so in the period, those who did most first; empty where nobody did in either period. */
    List<ExceptionRow> byManager(Scope scope) {
        return statement("""
                        select e.actor_id, a.name,
                               count(*) filter (where e.occurred_at >= :start and e.occurred_at < :end) as count,
                               count(distinct e.deal_id) filter (where e.occurred_at >= :start and e.occurred_at < :end) as deals,
                               count(*) filter (where e.occurred_at >= :earlierStart and e.occurred_at < :earlierEnd) as earlier
                        """ + OF_SCOPE + """
                           and (e.occurred_at >= :start and e.occurred_at < :end
                                or e.occurred_at >= :earlierStart and e.occurred_at < :earlierEnd)
                         group by e.actor_id, a.name order by count desc, lower(a.name), e.actor_id
                        """, null, scope)
                .query(ExceptionRow.class)
                .list();
    }

    long count(Scope scope, @Nullable Long actor) {
        return statement("select count(*)" + OF_SCOPE + IN_PERIOD, actor, scope)
                .query(Long.class)
                .single();
    }

    /** One by one, the latest first. */
    List<ExceptionItem> items(Scope scope, @Nullable Long actor, long offset, int limit) {
        return statement(
                        """
                        select e.occurred_at, d.id as deal_id, d.title, a.name as actor, e.kind, s.name as stage, x.reason,
                               (select b.name from stage_stay y join stage b on b.id = y.stage_id
                                 where y.left_by = e.id) as stage_before,
                               (select jsonb_agg(jsonb_build_object('kind', c.kind, 'fieldId', c.field_id, 'text',
                                                                         coalesce(c.text, (select f.name from custom_field f where f.id = c.field_id)))
                                                 order by array_position(x.criteria, c.id))
                                  from exit_criterion c where c.id = any(x.criteria))::text as criteria
                        """
                                + OF_SCOPE.replace(
                                        "left join users a", "join stage s on s.id = e.stage_id left join users a")
                                + IN_PERIOD + " order by e.occurred_at desc, e.id desc offset :offset limit :limit",
                        actor,
                        scope)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new ExceptionItem(
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getLong("deal_id"),
                        row.getString("title"),
                        row.getString("actor"),
                        row.getString("stage_before"),
                        row.getString("kind").equals("MOVED") ? row.getString("stage") : null,
                        Stream.of(json.readValue(row.getString("criteria"), Named[].class))
                                .map(named -> words.of(named, scope.viewer().locale()))
                                .toList(),
                        row.getString("reason")))
                .list();
    }

    private JdbcClient.StatementSpec statement(String text, @Nullable Long actor, Scope scope) {
        return sql.allDeals(text, scope)
                .param("owner", scope.deals().owner(), Types.BIGINT)
                .param("team", scope.deals().team(), Types.BIGINT)
                .param("actor", actor, Types.BIGINT);
    }
}
