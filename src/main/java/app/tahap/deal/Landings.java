package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.pipeline.PipelineView;
import app.tahap.pipeline.Pipelines;
import app.tahap.pipeline.StageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells where on its board a deal may land, before it is dropped there. */
@Component
class Landings {

    private final ExitCriteria criteria;
    private final CriterionWords words;
    private final Pipelines pipelines;

    Landings(ExitCriteria criteria, CriterionWords words, Pipelines pipelines) {
        this.criteria = criteria;
        this.words = words;
        this.pipelines = pipelines;
    }

    /** For each column but the deal's own, and for winning; empty where no stage of the pipeline asks for anything. */
    List<Landing> of(DealPlace deal, Viewer viewer) {
        return of(deal, pipelines.all(), viewer);
    }

    List<Landing> of(DealPlace deal, List<PipelineView> all, Viewer viewer) {
        return deal.outcome().isClosed()
                ? List.of()
                : landings(deal.pipelineId(), deal.stageId(), all, criteria.ofPipeline(deal.id()), viewer);
    }

    /** What an open deal's page says: what its stage asks for, and where it may go. */
    CriteriaView on(DealView deal, List<PipelineView> all, Viewer viewer) {
        if (!deal.isOpen() || deal.deleted()) {
            return CriteriaView.NONE;
        }
        List<ExitCriterion> asked = criteria.ofPipeline(deal.id());
        return new CriteriaView(
                asked.stream()
                        .filter(criterion -> criterion.stageId() == deal.stageId())
                        .map(criterion -> new CriteriaView.One(
                                criterion.id(),
                                criterion.kind(),
                                words.label(criterion, viewer.locale()),
                                criterion.required(),
                                criterion.met(),
                                Objects.requireNonNullElse(
                                        words.page(criterion, deal.id()), "/deals/" + deal.id() + "/edit")))
                        .toList(),
                landings(deal.pipelineId(), deal.stageId(), all, asked, viewer));
    }

    private List<Landing> landings(
            long pipelineId, long stageId, List<PipelineView> all, List<ExitCriterion> asked, Viewer viewer) {
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Landing> landings = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        for (StageView stage : stages(all, pipelineId)) {
            if (stage.id() != stageId) {
                landings.add(landing(Long.toString(stage.id()), asked, left, viewer));
            }
            if (stage.id() == stageId || !left.isEmpty()) {
                left.add(stage.id());
            }
        }
        List<ExitCriterion> required =
                asked.stream().filter(ExitCriterion::required).toList();
        landings.add(landing(Outcome.WON.name(), required, List.of(stageId), viewer));
        return landings;
    }

    /** What is required is not advised as well, though another stage may only advise it. */
    private Landing landing(String target, List<ExitCriterion> asked, List<Long> left, Viewer viewer) {
        List<ExitCriterion> missing = asked.stream()
                .filter(criterion -> !criterion.met() && left.contains(criterion.stageId()))
                .toList();
        List<String> required =
                words.of(missing.stream().filter(ExitCriterion::required).toList(), viewer.locale());
        List<ExitCriterion> advised = missing.stream()
                .filter(criterion -> !criterion.required() && !required.contains(words.of(criterion, viewer.locale())))
                .toList();
        return new Landing(target, required, words.briefly(advised, viewer.locale()));
    }

    private static List<StageView> stages(List<PipelineView> pipelines, long pipelineId) {
        return pipelines.stream()
                .filter(pipeline -> pipeline.id() == pipelineId)
                .flatMap(pipeline -> pipeline.stages().stream())
                .toList();
    }
}
