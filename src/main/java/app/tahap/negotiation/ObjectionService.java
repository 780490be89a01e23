package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealJournal;
import app.tahap.deal.DealRepository;
import app.tahap.deal.JournalEntry;
import app.tahap.notification.Argument;
import app.tahap.web.RuleException;
import app.tahap.web.Versions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down and answers objections. Who may see the deal may do so; the deal's history tells it. */
@Service
@Transactional
class ObjectionService {

    private final DealRepository deals;
    private final ObjectionRepository objections;
    private final Objections types;
    private final DealJournal journal;
    private final Clock clock;

    ObjectionService(
            DealRepository deals, ObjectionRepository objections, Objections types, DealJournal journal, Clock clock) {
        this.deals = deals;
        this.objections = objections;
        this.types = types;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Adds an objection; the same one with the same key again changes nothing.
     *
     * @throws DuplicateKeyException where the key is that of another objection
     */
    void add(long dealId, ObjectionForm form, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Objection earlier = form.key() == null
                ? null
                : objections.findByIdempotencyKey(form.key()).orElse(null);
        if (earlier != null) {
            if (!earlier.isAsToldBy(dealId, form)) {
                throw new DuplicateKeyException("The key is that of objection " + earlier.id());
            }
            return;
        }
        String type = requireOnOffer(form.requiredType(), null);
        Objection objection = new Objection(
                dealId,
                deal.getStage().id(),
                form.requiredType(),
                form.requiredWords(),
                viewer.id(),
                clock.instant(),
                form.key());
        objection.answer(form.givenAnswer(), form.chosenOutcome(), clock.instant());
        objections.save(objection);
        deal.touch(clock.instant());
        tell("raised", type, objection, viewer);
        if (objection.getOutcome() != ObjectionOutcome.OPEN) {
            tell(objection.getOutcome().name(), type, objection, viewer);
        }
    }

    void edit(long dealId, long objectionId, ObjectionForm form, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Objection objection = objections.load(objectionId, dealId);
        Versions.requireCurrent(Objection.class, objection.getVersion(), form.version());
        String type = requireOnOffer(form.requiredType(), objection.getTypeId());
        objection.word(form.requiredType(), form.requiredWords());
        decide(deal, objection, form.givenAnswer(), form.chosenOutcome(), type, viewer);
    }

    /** Says what came of an objection, with its answer as it is. */
    void decide(long dealId, long objectionId, ObjectionOutcome outcome, @Nullable Integer version, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        Objection objection = objections.load(objectionId, dealId);
        if (objection.getOutcome() == outcome) {
            return;
        }
        Versions.requireCurrent(Objection.class, objection.getVersion(), version);
        String type = requireOnOffer(objection.getTypeId(), objection.getTypeId());
        decide(deal, objection, objection.getAnswer(), outcome, type, viewer);
    }

    void delete(long dealId, long objectionId, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        Objection objection = objections.load(objectionId, dealId);
        objection.delete(clock.instant());
        tell("deleted", requireOnOffer(objection.getTypeId(), objection.getTypeId()), objection, viewer);
    }

    /** An objection as it is now, for whom may see the deal. */
    ObjectionForm load(long dealId, long objectionId, Viewer viewer) {
        deals.loadForChange(dealId, viewer);
        return ObjectionForm.of(objections.load(objectionId, dealId));
    }

    private void decide(
            Deal deal,
            Objection objection,
            @Nullable String answer,
            ObjectionOutcome outcome,
            String type,
            Viewer viewer) {
        boolean changes = outcome != objection.getOutcome();
        objection.answer(answer, outcome, clock.instant());
        deal.touch(clock.instant());
        if (changes) {
            tell(outcome.name(), type, objection, viewer);
        }
    }

    private String requireOnOffer(long typeId, @Nullable Long current) {
        return types.types(current).stream()
                .filter(type -> type.value().equals(Long.toString(typeId)))
                .findFirst()
                .orElseThrow(() -> new RuleException("negotiation.type.required"))
                .label();
    }

    private void tell(String what, String type, Objection objection, Viewer viewer) {
        boolean answered =
                what.equals(ObjectionOutcome.RESOLVED.name()) || what.equals(ObjectionOutcome.CONCEDED.name());
        String detail = answered ? objection.getAnswer() : objection.getWords();
        journal.write(
                objection.getDealId(),
                viewer.id(),
                JournalEntry.of("negotiation.event." + what, Argument.of(type)).detailed(detail));
    }
}
