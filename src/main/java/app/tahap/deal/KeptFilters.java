package app.tahap.deal;

import app.tahap.pipeline.PipelineView;
import app.tahap.web.Choice;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The filters that are set to something a page does not offer, such as a stage that was archived. It stays chosen all the
 * same: else changing another filter would widen the list without a word.
 */
final class KeptFilters {

    private KeptFilters() {}

    static Set<String> of(
            DealCriteria criteria, List<PipelineView> pipelines, List<Choice> owners, List<Choice> teams) {
        Set<String> kept = new TreeSet<>();
        if (isUnknown(
                criteria.pipeline(), pipelines.stream().map(PipelineView::id).toList())) {
            kept.add("pipeline");
        }
        if (isUnknown(
                criteria.stage(),
                pipelines.stream()
                        .flatMap(pipeline -> pipeline.stages().stream())
                        .map(stage -> stage.id())
                        .toList())) {
            kept.add("stage");
        }
        if (criteria.owner() != null && !DealChoices.offer(owners, criteria.owner())) {
            kept.add("owner");
        }
        if (criteria.team() != null && !DealChoices.offer(teams, criteria.team())) {
            kept.add("team");
        }
        return kept;
    }

    private static boolean isUnknown(@Nullable Long id, List<Long> offered) {
        return id != null && !offered.contains(id);
    }
}
