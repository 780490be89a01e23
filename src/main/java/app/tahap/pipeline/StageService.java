package app.tahap.pipeline;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, describes, reorders, merges and removes stages. The pipeline is locked meanwhile, so that two administrators take
 * turns; and what changes its list of stages carries the arrangement that its author saw.
 */
@Service
@Transactional
class StageService {

    private final PipelineRepository pipelines;
    private final StageRepository stages;
    private final Guidance guidance;
    private final StageTools tools;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StageService(
            PipelineRepository pipelines,
            StageRepository stages,
            Guidance guidance,
            StageTools tools,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pipelines = pipelines;
        this.stages = stages;
        this.guidance = guidance;
        this.tools = tools;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a stage below the others. */
    void add(long pipelineId, StageForm form) {
        Pipeline pipeline = lock(pipelineId);
        pipeline.rearrange(form.arrangement());
        Stage stage = new Stage(pipeline, form.requiredName(), 0, form.share(), form.days(), clock.instant());
        List<Stage> others = others(pipelineId, null);
        requireFree(form.requiredName(), others);
        StageOrder.place(stage, others, others.get(others.size() - 1).id());
        long id = stages.saveAndFlush(stage).id();
        guidance.write(id, form);
        tools.set(id, form.chosenTools());
    }

    void edit(long stageId, StageForm form) {
        Pipeline pipeline = lockPipelineOf(stageId);
        Stage stage = stages.findForEdit(stageId).orElseThrow(() -> new NotFoundException("stage", stageId));
        Versions.requireCurrent(Stage.class, stage.getVersion(), form.version());
        requireFree(form.requiredName(), others(pipeline.id(), stage));
        stage.describe(form.requiredName(), form.share(), form.days());
        guidance.write(stageId, form);
        tools.set(stageId, form.chosenTools());
    }

    /**
     * Puts a stage directly below another of its pipeline.
     *
     * @param aboveId null for the first place
     */
    void place(long stageId, @Nullable Long aboveId, int arrangement) {
        Pipeline pipeline = lockPipelineOf(stageId);
        pipeline.rearrange(arrangement);
        Stage stage = load(stageId);
        StageOrder.place(stage, others(pipeline.id(), stage), aboveId);
    }

    /** Removes a stage; its deals, closed ones too, go to another stage in use, of whatever pipeline. */
    void remove(long stageId, long targetId, int arrangement, Viewer by) {
        Pipeline pipeline = lockPipelineOf(stageId);
        pipeline.rearrange(arrangement);
        Stage stage = load(stageId);
        if (others(pipeline.id(), stage).isEmpty()) {
            throw new RuleException("pipeline.removal.last", stage.getName());
        }
        Stage target = stages.findToEnter(targetId)
                .filter(found -> !found.isArchived() && found != stage)
                .orElseThrow(() -> new NotFoundException("stage", targetId));
        events.publishEvent(new StageVacated(stage, target, true, by));
        stage.archive(target, clock.instant());
        stages.bequeath(stage, target);
        stages.flush();
        // until the stage was archived deals could come in; these follow
        events.publishEvent(new StageVacated(stage, target, true, by));
    }

    /**
     * Makes one stage of two of the same pipeline.
     *
     * @param name of the merged stage; blank to keep the target's
     */
    void merge(long stageId, RemovalForm form, Viewer by) {
        long targetId = form.target();
        if (!stages.findPipelineId(targetId).equals(stages.findPipelineId(stageId))) {
            throw new NotFoundException("stage", targetId);
        }
        remove(stageId, targetId, form.seen(), by);
        Stage target = load(targetId);
        if (form.name() != null && !form.name().isBlank()) {
            String name = form.name().strip();
            requireFree(name, others(target.getPipeline().id(), target));
            target.describe(name, target.getProbability(), target.getRottingDays());
        }
    }

    private Pipeline lockPipelineOf(long stageId) {
        return lock(stages.findPipelineId(stageId).orElseThrow(() -> new NotFoundException("stage", stageId)));
    }

    private Pipeline lock(long pipelineId) {
        return pipelines
                .findForChange(pipelineId)
                .filter(pipeline -> !pipeline.isArchived())
                .orElseThrow(() -> new NotFoundException("pipeline", pipelineId));
    }

    private Stage load(long stageId) {
        return stages.findByIdAndArchivedAtIsNull(stageId).orElseThrow(() -> new NotFoundException("stage", stageId));
    }

    private List<Stage> others(long pipelineId, @Nullable Stage stage) {
        return stages.findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(pipelineId).stream()
                .filter(other -> other != stage)
                .toList();
    }

    private static void requireFree(String name, List<Stage> others) {
        if (others.stream().anyMatch(other -> other.getName().equalsIgnoreCase(name))) {
            throw new NameTakenException(name);
        }
    }
}
