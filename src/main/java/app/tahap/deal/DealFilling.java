package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.field.FieldValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Fills in on a deal what a move brings along, before its criteria are checked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DealFilling {

    private final DealRepository deals;
    private final DealLog log;
    private final DealChanges changes;
    private final Checklists checklists;
    private final PassageParts parts;

    DealFilling(DealRepository deals, DealLog log, DealChanges changes, Checklists checklists, PassageParts parts) {
        this.deals = deals;
        this.log = log;
        this.changes = changes;
        this.checklists = checklists;
        this.parts = parts;
    }

    /** Before the deal is locked. */
    void hold(Passage passage) {
        parts.hold(passage.told());
    }

    /** @param pipelineId where the deal goes: items of its checklists may be ticked as well as those of the deal's own */
    void fill(Deal deal, long pipelineId, Passage passage, Viewer viewer) {
        if (!passage.ticked().isEmpty()) {
            checklists.tick(deal, pipelineId, passage.ticked(), viewer);
        }
        parts.fill(deal, passage.told(), viewer);
        DealFacts facts = passage.filling().apply(deal.facts());
        FieldValues fields = passage.fields().apply(deal.fields());
        if (deal.isAsToldBy(facts, fields)) {
            return;
        }
        deal.amend(facts, fields, changes.now(deal, null, viewer)).ifPresent(event -> {
            log.append(event);
            deals.flush(); // what is checked next is what is stored
        });
    }
}
