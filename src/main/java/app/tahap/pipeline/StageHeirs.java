package app.tahap.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where many deals can stand that were told for stages of a pipeline some time ago. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StageHeirs {

    private final PipelineRepository pipelines;
    private final StageRepository stages;

    StageHeirs(PipelineRepository pipelines, StageRepository stages) {
        this.pipelines = pipelines;
        this.stages = stages;
    }

    /**
     * The stages in use for deals about to enter them; nobody can archive one before the transaction ends. The pipeline is
     * locked first, as by those who change its stages, so that who wants many of them never waits in a circle.
     *
     * @return for each stage itself or, once it was removed, the one to which its deals went; none where that one was
     *     archived with its pipeline
     */
    public Map<Long, Stage> enter(long pipelineId, Collection<Long> stageIds) {
        pipelines.findToEnter(pipelineId);
        Map<Long, Stage> heirs = new HashMap<>();
        stageIds.stream().distinct().sorted().forEach(id -> enter(id).ifPresent(heir -> heirs.put(id, heir)));
        return heirs;
    }

    private Optional<Stage> enter(long stageId) {
        Stage stage = stages.findToEnter(stageId).orElseThrow();
        return stage.isArchived() ? stages.findSuccessorId(stageId).flatMap(this::enter) : Optional.of(stage);
    }
}
