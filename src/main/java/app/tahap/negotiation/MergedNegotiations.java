package app.tahap.negotiation;

import app.tahap.deal.DealsMerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes objections and terms of a deal along when it is merged into another. */
@Repository
class MergedNegotiations {

    private final JdbcClient jdbc;

    MergedNegotiations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(DealsMerged merged) {
        for (String table : new String[] {"objection", "negotiation_term"}) {
            jdbc.sql("update %s set deal_id = :kept, version = version + 1 where deal_id = :merged".formatted(table))
                    .param("kept", merged.keptId())
                    .param("merged", merged.mergedId())
                    .update();
        }
    }
}
