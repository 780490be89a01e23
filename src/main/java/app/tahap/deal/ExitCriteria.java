package app.tahap.deal;

import app.tahap.pipeline.CheckableCriteria;
import app.tahap.pipeline.CriterionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How deals stand with the exit criteria of stages. Each answer costs one query, for however many deals and criteria.
 *
 * <p>A deal that moves forward leaves its stage and skips those between: the criteria of all of them count. Coming from
 * another pipeline it skips the stages before the one that it enters. A move back is never held up.
 */
@Repository
public class ExitCriteria implements CheckableCriteria {

    private static final Map<CriterionKind, String> OWN = Map.of(
            CriterionKind.AMOUNT, "d.amount is not null",
            CriterionKind.EXPECTED_CLOSE, "d.expected_close is not null",
            CriterionKind.ORGANIZATION, "d.organization_id is not null",
            CriterionKind.PERSON, "d.person_id is not null",
            CriterionKind.SOURCE, "d.source_id is not null",
            CriterionKind.FIELD,
                    "jsonb_exists(d.fields, c.field_id::text)"
                            + " or exists (select from custom_field f where f.id = c.field_id and f.archived_at is not null)",
            CriterionKind.CHECKLIST,
                    "exists (select from deal_tick t where t.deal_id = d.id and t.criterion_id = c.id)");

    private static final String SELECT = """
            select d.id as deal_id, c.id, c.stage_id, s.name as stage, c.kind, c.field_id,
                   coalesce(c.text, (select f.name from custom_field f where f.id = c.field_id)) as text, c.required, %s as met
              from deal d
              join stage here on here.id = d.stage_id
            """;

    private static final String ORDER = """
              join exit_criterion c on c.stage_id = s.id and c.removed_at is null
             where d.id = any(:deals)
             order by d.id, s.pipeline_id <> here.pipeline_id, s.position, s.id, c.position, c.id
            """;

    private static final String PASSED = """
              join stage target on target.id = :target
              join stage s on s.archived_at is null
               and (s.id = here.id and here.pipeline_id <> target.pipeline_id
                    or s.pipeline_id = target.pipeline_id
                       and (s.position, s.id) < (target.position, target.id)
                       and (here.pipeline_id <> target.pipeline_id or (s.position, s.id) >= (here.position, here.id)))
            """;

    private final Map<CriterionKind, String> conditions = new EnumMap<>(OWN);
    private final String select;
    private final JdbcClient jdbc;

    ExitCriteria(List<CriterionCheck> checks, JdbcClient jdbc) {
        checks.forEach(check -> conditions.put(check.kind(), check.condition()));
        this.select = SELECT.formatted(conditions.entrySet().stream()
                .map(entry -> "when '%s' then (%s)".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" ", "case c.kind ", " else true end")));
        this.jdbc = jdbc;
    }

    @Override
    public Set<CriterionKind> kinds() {
        return EnumSet.copyOf(conditions.keySet());
    }

    /** The criteria of all stages that a deal leaves or skips when it goes to a stage; none for a move back. */
    public List<ExitCriterion> passed(long dealId, long targetStageId) {
        return passed(List.of(dealId), targetStageId).getOrDefault(dealId, List.of());
    }

    /** The same for many deals, by deal; one without criteria may be missing. */
    public Map<Long, List<ExitCriterion>> passed(Collection<Long> dealIds, long targetStageId) {
        return byDeal(jdbc.sql(select + PASSED + ORDER).param("target", targetStageId), dealIds);
    }

    /** The criteria of the stages before the one in which a deal is: those that it skipped if it began there. */
    List<ExitCriterion> before(long dealId) {
        return byDeal(jdbc.sql(select + """
                                join stage s on s.pipeline_id = here.pipeline_id and s.archived_at is null
                                 and (s.position, s.id) < (here.position, here.id)
                                """ + ORDER), List.of(dealId)).getOrDefault(dealId, List.of());
    }

    /** The criteria of the stage in which a deal is: those that count for winning it. */
    public List<ExitCriterion> ofStage(long dealId) {
        return byDeal(jdbc.sql(select + " join stage s on s.id = here.id" + ORDER), List.of(dealId))
                .getOrDefault(dealId, List.of());
    }

    /** The criteria of all stages of the deal's pipeline, in their order. */
    List<ExitCriterion> ofPipeline(long dealId) {
        return byDeal(
                        jdbc.sql(select
                                + " join stage s on s.pipeline_id = here.pipeline_id and s.archived_at is null"
                                + ORDER),
                        List.of(dealId))
                .getOrDefault(dealId, List.of());
    }

    private static Map<Long, List<ExitCriterion>> byDeal(JdbcClient.StatementSpec statement, Collection<Long> dealIds) {
        Map<Long, List<ExitCriterion>> criteria = new LinkedHashMap<>();
        statement.param("deals", dealIds.toArray(Long[]::new)).query(row -> {
            criteria.computeIfAbsent(row.getLong("deal_id"), deal -> new ArrayList<>())
                    .add(map(row));
        });
        return criteria;
    }

    private static ExitCriterion map(ResultSet row) throws SQLException {
        return new ExitCriterion(
                row.getLong("id"),
                row.getLong("stage_id"),
                row.getString("stage"),
                CriterionKind.valueOf(row.getString("kind")),
                row.getObject("field_id", Long.class),
                row.getString("text"),
                row.getBoolean("required"),
                row.getBoolean("met"));
    }
}
