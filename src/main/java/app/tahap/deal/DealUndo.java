package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the latest change of a deal. */
@Service
@Transactional
class DealUndo {

    private final DealRepository deals;
    private final DealEventRepository events;
    private final DealLog log;
    private final DealChanges changes;
    private final DealOwners owners;
    private final DealRemapping remapping;
    private final OutcomeNews news;
    private final StageRepository stages;
    private final Clock clock;

    DealUndo(
            DealRepository deals,
            DealEventRepository events,
            DealLog log,
            DealChanges changes,
            DealOwners owners,
            DealRemapping remapping,
            OutcomeNews news,
            StageRepository stages,
            Clock clock) {
        this.deals = deals;
        this.events = events;
        this.log = log;
        this.changes = changes;
        this.owners = owners;
        this.remapping = remapping;
        this.news = news;
        this.stages = stages;
        this.clock = clock;
    }

    /**
     * Takes back the latest change of a deal, as if it had not happened; possible on the day it was made. Taking it back
     * again changes nothing. Where the stage that the deal comes back to was removed meanwhile, the deal goes on to where
     * that stage's deals went; where it is open again and its owner has left, it goes to the viewer.
     *
     * @throws NotFoundException when it is no event of that deal
     * @throws StaleDealException when something else has happened to the deal since
     */
    void undo(long dealId, long eventId, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        if (events.existsByUndoesIdAndDealId(eventId, dealId)) {
            return;
        }
        List<DealEvent> lastTwo = events.findLastTwoEffective(dealId);
        if (lastTwo.size() < 2 || lastTwo.get(0).id() != eventId) {
            throw events.existsByIdAndDealId(eventId, dealId)
                    ? new StaleDealException(dealId)
                    : new NotFoundException("event of deal " + dealId, eventId);
        }
        DealEvent undone = lastTwo.get(0);
        boolean today = viewer.dateOf(undone.getOccurredAt()).equals(viewer.today(clock));
        if (!undone.getKind().isUndoable() || !today) {
            throw new RuleException("deal.undo.late");
        }
        takeBack(deal, undone, lastTwo.get(1), viewer);
    }

    private void takeBack(Deal deal, DealEvent undone, DealEvent before, Viewer viewer) {
        boolean opens = !before.status().isClosed();
        Stage stage = stages.loadToEnter(before.getStageId());
        Stage heir =
                stage.heir() == stage ? stage : stages.loadToEnter(stage.heir().id());
        if (opens && heir.isArchived()) {
            throw new RuleException("deal.move.archived", stage.getName());
        }
        Change change = changes.now(deal.facts().currency(), before.status().closedAt(), null, viewer);
        Outcome outcome = deal.status().outcome();
        DealEvent undoing =
                log.append(owners.takingOver(deal, opens, viewer, () -> deal.undo(undone, before, stage, change)));
        deal.value(change).ifPresent(log::append); // a rate that was added while it was open could not value it
        if (heir != stage) {
            deals.flush();
            remapping.remap(stage, heir, true, viewer);
        }
        if (outcome != deal.status().outcome()) {
            news.tell(deal, undoing, Map.of(), viewer);
        }
    }
}
