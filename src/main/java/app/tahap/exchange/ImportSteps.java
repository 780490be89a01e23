package app.tahap.exchange;

import app.tahap.account.Viewer;
import app.tahap.activity.ActivityImport;
import app.tahap.activity.ActivityImport.Told;
import app.tahap.activity.ActivityKinds;
import app.tahap.activity.ActivityPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans the next steps of deals that were just taken in; each is its owner's. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportSteps {

    private final ActivityImport activities;
    private final ActivityKinds kinds;
    private final JdbcClient jdbc;

    ImportSteps(ActivityImport activities, ActivityKinds kinds, JdbcClient jdbc) {
        this.activities = activities;
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    /** @param drafts by the external ids of their deals */
    void plan(Map<String, DealDraft> drafts, Viewer importer) {
        Map<String, PlannedStep> steps = drafts.entrySet().stream()
                .filter(entry -> entry.getValue().nextStep() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Objects.requireNonNull(entry.getValue().nextStep())));
        if (steps.isEmpty()) {
            return;
        }
        long kind = kinds.task();
        record Written(long id, long ownerId, String externalId) {}
        List<Told> planned =
                jdbc.sql("""
                        select id, owner_id, external_id from deal
                         where external_id = any(:ids) and deleted_at is null and outcome = 'OPEN' order by id
                        """).param("ids", steps.keySet().toArray(String[]::new)).query(Written.class).list().stream()
                        .map(deal -> {
                            PlannedStep step = Objects.requireNonNull(steps.get(deal.externalId()));
                            return new Told(
                                    deal.id(),
                                    new ActivityPlan(
                                            step.kind() == null ? kind : step.kind(),
                                            step.subject(),
                                            step.due(),
                                            step.time(),
                                            null,
                                            deal.ownerId()),
                                    null,
                                    null);
                        })
                        .toList();
        activities.write(planned, importer.id());
    }
}
