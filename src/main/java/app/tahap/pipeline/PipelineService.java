package app.tahap.pipeline;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, names, orders, archives and restores pipelines. All are locked meanwhile: there are few, and this is rare. */
@Service
@Transactional
class PipelineService {

    private final PipelineRepository pipelines;
    private final StageRepository stages;
    private final PipelineTemplates templates;
    private final StageOccupancy occupancy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PipelineService(
            PipelineRepository pipelines,
            StageRepository stages,
            PipelineTemplates templates,
            StageOccupancy occupancy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pipelines = pipelines;
        this.stages = stages;
        this.templates = templates;
        this.occupancy = occupancy;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a pipeline below the others and returns its id. */
    long add(PipelineForm form, Locale language) {
        String name = form.requiredName();
        requireFree(name, lockAll());
        return form.template() == null
                ? templates.createPlain(name, language).id()
                : templates.create(name, form.template(), language).id();
    }

    void rename(long id, PipelineForm form) {
        List<Pipeline> all = lockAll();
        Pipeline pipeline = find(id, all);
        Versions.requireCurrent(Pipeline.class, pipeline.getVersion(), form.version());
        requireFree(
                form.requiredName(),
                all.stream().filter(other -> other != pipeline).toList());
        pipeline.rename(form.requiredName());
    }

    /**
     * Puts a pipeline directly below another.
     *
     * @param aboveId null for the first place
     */
    void place(long id, @Nullable Long aboveId) {
        List<Pipeline> order = new ArrayList<>(pipelines.findAllForChange());
        order.removeIf(Pipeline::isArchived);
        Pipeline pipeline = find(id, order);
        order.remove(pipeline);
        order.add(aboveId == null ? 0 : order.indexOf(find(aboveId, order)) + 1, pipeline);
        for (int i = 0; i < order.size(); i++) {
            order.get(i).placeAt(i + 1);
        }
    }

    /**
     * Takes a pipeline out of use. Its open deals go to stages of other pipelines; what was closed in it stays its own.
     *
     * @throws RuleException for the last pipeline, or when open deals are left without a stage to go to
     */
    void archive(long id, ArchivingForm form, Viewer by) {
        List<Pipeline> all = lockAll();
        Pipeline pipeline = find(id, all);
        pipeline.rearrange(form.seen());
        if (all.stream().allMatch(other -> other == pipeline || other.isArchived())) {
            throw new RuleException("pipeline.archiving.last", pipeline.getName());
        }
        List<Stage> left = stages.findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(id);
        left.forEach(stage -> vacate(stage, form.chosen(), by));
        pipeline.archive(clock.instant());
        left.forEach(stage -> stage.archive(null, clock.instant()));
        stages.flush();
        // until the stages were archived deals could come in; these follow
        left.forEach(stage -> vacate(stage, form.chosen(), by));
        requireEmpty(left, by);
    }

    void restore(long id) {
        List<Pipeline> all = lockAll();
        Pipeline pipeline = all.stream()
                .filter(found -> found.isArchived() && found.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("archived pipeline", id));
        requireFree(pipeline.getName(), all);
        pipeline.restore();
        stages.findByPipelineIdAndSuccessorIsNull(id).forEach(Stage::restore);
    }

    /** Who waited for the lock sees only at the second look what was added meanwhile. */
    private List<Pipeline> lockAll() {
        pipelines.findAllForChange();
        return pipelines.findAllForChange();
    }

    private void vacate(Stage stage, Map<Long, Long> targets, Viewer by) {
        Long targetId = targets.get(stage.id());
        if (targetId != null) {
            Stage target = stages.findToEnter(targetId)
                    .filter(found -> !found.isArchived() && !Objects.equals(found.getPipeline(), stage.getPipeline()))
                    .orElseThrow(() -> new NotFoundException("stage", targetId));
            events.publishEvent(new StageVacated(stage, target, false, by));
        }
    }

    private void requireEmpty(List<Stage> left, Viewer by) {
        Map<Long, StageDeals> deals =
                occupancy.count(left.stream().map(Stage::id).toList(), by.today(clock));
        for (Stage stage : left) {
            if (deals.getOrDefault(stage.id(), StageDeals.NONE).isActive()) {
                throw new RuleException("pipeline.archiving.target", stage.getName());
            }
        }
    }

    private static Pipeline find(long id, List<Pipeline> pipelines) {
        return pipelines.stream()
                .filter(pipeline -> pipeline.id() == id && !pipeline.isArchived())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("pipeline", id));
    }

    private static void requireFree(String name, List<Pipeline> others) {
        if (others.stream()
                .anyMatch(other -> !other.isArchived() && other.getName().equalsIgnoreCase(name))) {
            throw new NameTakenException(name);
        }
    }
}
