package app.tahap.proposal;

import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.proposal.DealEffect.Acceptance;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each pipeline wants its proposals to do. */
@Component
class EffectSettings {

    private final Pipelines pipelines;
    private final JdbcClient jdbc;

    EffectSettings(Pipelines pipelines, JdbcClient jdbc) {
        this.pipelines = pipelines;
        this.jdbc = jdbc;
    }

    /** A pipeline with what it wants. */
    record Wanted(PipelineView pipeline, DealEffect effect) {}

    List<Wanted> all() {
        Map<Long, DealEffect> effects = new TreeMap<>();
        jdbc.sql("select pipeline_id, acceptance, stage_id, amount from proposal_effect")
                .query(row -> {
                    effects.put(
                            row.getLong("pipeline_id"),
                            new DealEffect(
                                    Acceptance.valueOf(row.getString("acceptance")),
                                    row.getObject("stage_id", Long.class),
                                    DealEffect.Amount.valueOf(row.getString("amount"))));
                });
        return pipelines.all().stream()
                .map(pipeline -> new Wanted(pipeline, effects.getOrDefault(pipeline.id(), DealEffect.NONE)))
                .toList();
    }

    /** @throws RuleException where an acceptance shall move deals, but not to a stage of the pipeline */
    void change(long pipelineId, EffectForm form) {
        PipelineView pipeline = pipelines.all().stream()
                .filter(other -> other.id() == pipelineId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("pipeline", pipelineId));
        boolean moves = form.acceptance() == Acceptance.MOVE;
        @Nullable Long stage = moves ? form.stage() : null;
        if (moves && pipeline.stages().stream().noneMatch(other -> Objects.equals(other.id(), form.stage()))) {
            throw new RuleException("proposal.settings.stage.required");
        }
        jdbc.sql("""
                        insert into proposal_effect (pipeline_id, acceptance, stage_id, amount)
                        values (:pipeline, :acceptance, cast(:stage as bigint), :amount)
                            on conflict (pipeline_id) do update
                           set acceptance = excluded.acceptance, stage_id = excluded.stage_id, amount = excluded.amount
                        """)
                .param("pipeline", pipelineId)
                .param("acceptance", Objects.requireNonNull(form.acceptance()).name())
                .param("stage", stage)
                .param("amount", Objects.requireNonNull(form.amount()).name())
                .update();
    }
}
