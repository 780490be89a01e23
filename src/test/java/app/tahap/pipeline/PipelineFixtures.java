package app.tahap.pipeline;

import app.tahap.account.Viewer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shapes pipelines as an administrator does who sees them as they are now. */
public class PipelineFixtures {

    private final PipelineService service;
    private final StageService stageService;
    private final PipelineRepository pipelines;
    private final StageRepository stages;

    public PipelineFixtures(
            PipelineService service, StageService stageService, PipelineRepository pipelines, StageRepository stages) {
        this.service = service;
        this.stageService = stageService;
        this.pipelines = pipelines;
        this.stages = stages;
    }

    public long pipeline(String name, @Nullable Template template) {
        return service.add(new PipelineForm(name, template, 0), Locale.ENGLISH);
    }

    public void stage(long pipelineId, String name) {
        stageService.add(pipelineId, new StageForm(name, "42.5", null, null, null, null, arrangement(pipelineId)));
    }

    public void place(long stageId, @Nullable Long aboveId) {
        stageService.place(stageId, aboveId, arrangementOf(stageId));
    }

    public void remove(long stageId, long targetId, Viewer by) {
        stageService.remove(stageId, targetId, arrangementOf(stageId), by);
    }

    public void merge(long stageId, long targetId, Viewer by) {
        stageService.merge(stageId, new RemovalForm(targetId, null, arrangementOf(stageId)), by);
    }

    public void archive(long pipelineId, Map<Long, Long> targets, Viewer by) {
        service.archive(pipelineId, new ArchivingForm(targets, arrangement(pipelineId)), by);
    }

    public void restore(long pipelineId) {
        service.restore(pipelineId);
    }

    private int arrangementOf(long stageId) {
        return arrangement(stages.findPipelineId(stageId).orElseThrow());
    }

    private int arrangement(long pipelineId) {
        return pipelines.findById(pipelineId).orElseThrow().getArrangement();
    }
}
