package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.deal.Closing;
import app.tahap.deal.Deal;
import app.tahap.deal.DealFacts;
import app.tahap.deal.DealMove;
import app.tahap.deal.DealRepository;
import app.tahap.deal.DealService;
import app.tahap.deal.Outcome;
import app.tahap.deal.Passage;
import app.tahap.proposal.DealEffect.Acceptance;
import app.tahap.proposal.DealEffect.Amount;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets deals follow their proposals, as their pipelines want it. Closed deals stay as they are. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DealEffects {

    private final DealService deals;
    private final DealRepository repository;
    private final Viewers viewers;
    private final JdbcClient jdbc;

    DealEffects(DealService deals, DealRepository repository, Viewers viewers, JdbcClient jdbc) {
        this.deals = deals;
        this.repository = repository;
        this.viewers = viewers;
        this.jdbc = jdbc;
    }

    /** The latest proposal was sent; the deal is locked, and the viewer sees it. */
    void sent(Deal deal, ProposalVersion version, Viewer viewer) {
        if (of(deal.getPipelineId()).amount() == Amount.LATEST) {
            follow(deal, version, viewer);
        }
    }

    /** A customer accepted: what follows is done in the name of the deal's owner, else of who sent the proposal. */
    void accepted(Deal deal, ProposalVersion version, @Nullable Long sender) {
        DealEffect effect = of(deal.getPipelineId());
        Optional<Viewer> actor = Stream.of(Optional.of(deal.facts().ownerId()), Optional.ofNullable(sender))
                .flatMap(Optional::stream)
                .flatMap(id -> viewers.find(id).stream())
                .filter(viewer -> deals.isVisible(deal.id(), viewer))
                .findFirst();
        if (actor.isEmpty() || !isOpen(deal)) {
            return;
        }
        if (effect.amount() != Amount.KEPT) {
            follow(deal, version, actor.get());
        }
        if (effect.acceptance() == Acceptance.WIN) {
            Closing won = new Closing(Outcome.WON, null, null, deal.getVersion(), null);
            deals.close(deal.id(), won, Passage.UNCHECKED, actor.get());
        } else if (effect.acceptance() == Acceptance.MOVE && mayEnter(deal, effect.stageId())) {
            long stage = Objects.requireNonNull(effect.stageId());
            DealMove move = new DealMove(stage, null, null, deal.getVersion(), null);
            deals.move(deal.id(), move, Passage.UNCHECKED, actor.get());
        }
    }

    private void follow(Deal deal, ProposalVersion version, Viewer viewer) {
        DealFacts now = deal.facts();
        DealFacts then = now.worth(version.totals().net(), version.head().currency());
        deals.amend(deal.id(), then, deal.getVersion(), null, viewer);
        repository.flush(); // so that the deal's version is the one that the next change asks for
    }

    /** What a pipeline wants; nothing where nobody has said. */
    DealEffect of(long pipelineId) {
        return jdbc.sql("select acceptance, stage_id, amount from proposal_effect where pipeline_id = :pipeline")
                .param("pipeline", pipelineId)
                .query(DealEffect.class)
                .optional()
                .orElse(DealEffect.NONE);
    }

    boolean isOpen(Deal deal) {
        return jdbc.sql("select outcome = 'OPEN' and deleted_at is null from deal where id = :deal")
                .param("deal", deal.id())
                .query(Boolean.class)
                .single();
    }

    /** A stage that was removed since, or is another pipeline's, or where the deal is already, moves nothing. */
    private boolean mayEnter(Deal deal, @Nullable Long stageId) {
        return stageId != null
                && !Objects.equals(deal.getStage().id(), stageId)
                && jdbc.sql("""
                                select exists (select from stage
                                                where id = :stage and pipeline_id = :pipeline and archived_at is null)
                                """)
                        .param("stage", stageId)
                        .param("pipeline", deal.getPipelineId())
                        .query(Boolean.class)
                        .single();
    }
}
