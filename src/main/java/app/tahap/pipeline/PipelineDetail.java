package app.tahap.pipeline;

import app.tahap.web.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline as its settings page shows it. */
record PipelineDetail(long id, String name, int version, int arrangement, boolean archived, List<StageRow> stages) {

    StageRow stage(long stageId) {
        return stages.stream()
                .filter(stage -> stage.id() == stageId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("stage", stageId));
    }

    /** The stage before, or for the first one the stage after; null where it is the only one. */
    @Nullable Long neighbourOf(long stageId) {
        int index = stages.indexOf(stage(stageId));
        return stages.size() < 2 ? null : stages.get(index == 0 ? 1 : index - 1).id();
    }

    /** Whether there are deals for which archiving has to ask where they go. */
    public boolean isActive() {
        return stages.stream().anyMatch(stage -> stage.deals().isActive());
    }

    /** Whether one of its stages can be removed or merged into another. */
    public boolean isShrinkable() {
        return stages.size() > 1;
    }
}
