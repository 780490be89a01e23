package app.tahap.pipeline;

import app.tahap.web.NotFoundException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the pipelines that are in use, with their stages. */
@Repository
public class Pipelines {

    private final JdbcClient jdbc;

    Pipelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All pipelines in their order, with one query. */
    public List<PipelineView> all() {
        record Row(
                long pipelineId,
                String pipeline,
                @Nullable Long id,
                @Nullable String name,
                int position,
                @Nullable BigDecimal probability,
                @Nullable Integer rottingDays) {}
        Map<Long, PipelineView> pipelines = new LinkedHashMap<>();
        jdbc.sql("""
                        select p.id as pipeline_id, p.name as pipeline, s.id, s.name, coalesce(s.position, 0) as position,
                               s.probability, s.rotting_days
                          from pipeline p
                          left join stage s on s.pipeline_id = p.id and s.archived_at is null
                         where p.archived_at is null
                         order by p.position, p.id, s.position, s.id
                        """).query(Row.class).list().forEach(row -> {
            PipelineView pipeline = pipelines.computeIfAbsent(
                    row.pipelineId(), id -> new PipelineView(id, row.pipeline(), new ArrayList<>()));
            if (row.id() != null && row.name() != null && row.probability() != null) {
                pipeline.stages()
                        .add(new StageView(row.id(), row.name(), row.position(), row.probability(), row.rottingDays()));
            }
        });
        return List.copyOf(pipelines.values());
    }

    /** The names by id of all stages into which no deal can be put any more, since they or their pipeline are archived. */
    public Map<Long, String> stagesOutOfUse() {
        Map<Long, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.id, s.name from stage s join pipeline p on p.id = s.pipeline_id
                         where s.archived_at is not null or p.archived_at is not null
                         order by p.position, p.id, s.position, s.id
                        """).query(row -> {
            names.put(row.getLong("id"), row.getString("name"));
        });
        return names;
    }

    /**
     * The pipeline asked for among those in use, or the first where none is asked for.
     *
     * @throws NotFoundException where there is no such pipeline
     */
    public static PipelineView choose(List<PipelineView> pipelines, @Nullable Long id) {
        return pipelines.stream()
                .filter(pipeline -> id == null || pipeline.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("pipeline", String.valueOf(id)));
    }
}
