package app.tahap.activity;

import app.tahap.deal.DealsMerged;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the activities of a deal along when it is merged into another. */
@Repository
class MergedActivities {

    private final NextSteps nextSteps;
    private final JdbcClient jdbc;
    private final Clock clock;

    MergedActivities(NextSteps nextSteps, JdbcClient jdbc, Clock clock) {
        this.nextSteps = nextSteps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(DealsMerged merged) {
        jdbc.sql(
                        "update activity set deal_id = :kept, version = version + 1, changed_at = :now where deal_id = :merged")
                .param("kept", merged.keptId())
                .param("merged", merged.mergedId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        List.of(merged.keptId(), merged.mergedId()).forEach(nextSteps::follow);
    }
}
