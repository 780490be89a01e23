package app.tahap.deal;

import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.web.RuleException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes deals that nobody of the team adds, but somebody outside brings about. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ArrivingDeals {

    private final DealRepository deals;
    private final DealLog log;
    private final DealColumn column;
    private final StageRepository stages;
    private final Clock clock;

    ArrivingDeals(DealRepository deals, DealLog log, DealColumn column, StageRepository stages, Clock clock) {
        this.deals = deals;
        this.log = log;
        this.column = column;
        this.stages = stages;
        this.clock = clock;
    }

    /**
     * Makes an open deal at the top of a pipeline's first stage.
     *
     * @param facts in the base currency
     * @param key of the request, by which it can write no second deal
     * @return the deal's id
     */
    public long create(DealFacts facts, long pipelineId, UUID key) {
        Stage first = stages.findByPipelineIdAndArchivedAtIsNullOrderByPositionAscIdAsc(pipelineId).stream()
                .findFirst()
                .map(stage -> stages.loadToEnter(stage.id()))
                .orElseThrow(() -> new RuleException("deal.form.stage.required"));
        Change change = Change.now(null, clock.instant(), key, BigDecimal.ONE);
        Deal deal = deals.save(new Deal(facts, first, column.top(first), change.at()));
        log.append(deal.created(change));
        return deal.id();
    }
}
