package app.tahap.pipeline;

import app.tahap.web.NotFoundException;
import java.util.List;

/**
 * A pipeline as its settings page shows it.
 *
 * @param only whether no other pipeline is in use, so that it stays
 */
record PipelineDetail(
        long id, String name, int version, int arrangement, boolean archived, boolean only, List<StageRow> stages) {

    StageRow stage(long stageId) {
        return stages.stream()
                .filter(stage -> stage.id() == stageId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("stage", stageId));
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
