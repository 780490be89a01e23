package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.web.RuleException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that nobody who has left comes to own an open deal. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DealOwners {

    private final Owners owners;

    DealOwners(Owners owners) {
        this.owners = owners;
    }

    void requireStaysActive(long ownerId) {
        if (!owners.staysActive(ownerId)) {
            throw new RuleException("deal.owner.left");
        }
    }

    /**
     * Nobody would look after an open deal whose owner has left: who brings it back takes it over, and its event says so.
     *
     * @param opens whether the deal is open after the change
     */
    DealEvent takingOver(Deal deal, boolean opens, Viewer viewer, Supplier<DealEvent> change) {
        DealFacts before = deal.facts();
        if (opens && !owners.staysActive(before.ownerId())) {
            deal.goTo(viewer.id());
        }
        DealEvent event = change.get();
        List<FieldChange> told = FieldChange.between(before, deal.facts());
        return told.isEmpty() ? event : event.telling(told);
    }
}
