package app.tahap.deal;

import app.tahap.pipeline.PipelineView;
import app.tahap.web.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be chosen in the form of a deal; what the deal has already stays on offer, although it may be retired. */
record DealChoices(
        List<Choice> owners,
        List<Choice> currencies,
        List<Choice> sources,
        List<Choice> campaigns,
        Map<Long, Long> sourcesOfCampaigns,
        List<Choice> tags,
        List<PipelineView> pipelines) {

    boolean offersStage(long stageId) {
        return pipelines.stream()
                .flatMap(pipeline -> pipeline.stages().stream())
                .anyMatch(stage -> stage.id() == stageId);
    }

    static boolean offer(List<Choice> choices, Object value) {
        return label(choices, value) != null;
    }

    /** What people read for a value; null where it is not on offer. */
    static @Nullable String label(List<Choice> choices, @Nullable Object value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(String.valueOf(value)))
                .map(Choice::label)
                .findFirst()
                .orElse(null);
    }
}
