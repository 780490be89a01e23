package app.tahap.deal;

import app.tahap.account.Viewer;
import app.tahap.field.FieldValue;
import app.tahap.field.FieldValues;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.web.RuleException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes deals on behalf of a viewer: load what the viewer may see, tell it, write the event. */
@Service
@Transactional
public class DealService {

    private final DealRepository deals;
    private final DealLog log;
    private final DealChanges changes;
    private final DealOwners owners;
    private final DealColumn column;
    private final StageGate gate;
    private final OutcomeNews news;
    private final StageRepository stages;
    private final Clock clock;

    DealService(
            DealRepository deals,
            DealLog log,
            DealChanges changes,
            DealOwners owners,
            DealColumn column,
            StageGate gate,
            OutcomeNews news,
            StageRepository stages,
            Clock clock) {
        this.deals = deals;
        this.log = log;
        this.changes = changes;
        this.owners = owners;
        this.column = column;
        this.gate = gate;
        this.news = news;
        this.stages = stages;
        this.clock = clock;
    }

    /**
     * Creates an open deal at the top of a stage's column and returns its id. It is said to have come as far already, so that
     * exit criteria do not count.
     */
    public long create(DealFacts facts, long stageId, @Nullable UUID key, Viewer viewer) {
        return create(() -> facts, FieldValues.NONE, stageId, key, Passage.UNCHECKED, viewer);
    }

    /**
     * Creates a deal of facts that are asked for only once it is sure that no other request with the same key is about to,
     * since contacts may come into being with them. The same request again is answered with the deal that it made.
     *
     * @throws DuplicateKeyException where the key is that of another request
     * @throws CriteriaMissingException where stages before the one in which it begins require what is missing
     */
    long create(
            Supplier<DealFacts> told,
            FieldValues fields,
            long stageId,
            @Nullable UUID key,
            Passage passage,
            Viewer viewer) {
        if (key != null) {
            log.queue(key);
        }
        return log.answered(key)
                .map(earlier -> idOfSame(earlier, told.get(), fields, stageId))
                .orElseGet(() -> createFirst(told.get(), fields, stageId, key, passage, viewer));
    }

    private long idOfSame(DealEvent earlier, DealFacts facts, FieldValues fields, long stageId) {
        boolean same = earlier.is(EventKind.CREATED)
                && earlier.getStageId() == stageId
                && deals.findById(earlier.getDealId())
                        .filter(deal -> deal.isAsToldBy(facts, fields))
                        .isPresent();
        if (!same) {
            throw new DuplicateKeyException("The key is that of event " + earlier.id());
        }
        return earlier.getDealId();
    }

    private long createFirst(
            DealFacts facts, FieldValues fields, long stageId, @Nullable UUID key, Passage passage, Viewer viewer) {
        owners.requireStaysActive(facts.ownerId());
        Stage stage = stages.loadToEnter(stageId);
        Change change = changes.now(facts.currency(), null, key, viewer);
        Deal deal = deals.save(new Deal(facts, stage, column.top(stage), change.at()).having(fields));
        log.append(deal.created(change));
        gate.begin(deal, passage, viewer);
        return deal.id();
    }

    /** As {@link #move(long, DealMove, Passage, Viewer)}, with nothing filled in on the way. */
    public Optional<Long> move(long dealId, DealMove move, Viewer viewer) {
        return move(dealId, move, Passage.PLAIN, viewer);
    }

    /**
     * Puts a card where it was dropped. A place in the same column is no event. The one way for a deal to change its stage,
     * for whoever moves it: required exit criteria of the stages that it leaves or skips forward must be met.
     *
     * @return the event's id, by which it can be undone; empty where the deal stays in its stage
     * @throws CriteriaMissingException where required criteria are missing; nothing was changed then
     */
    public Optional<Long> move(long dealId, DealMove move, Passage passage, Viewer viewer) {
        return Optional.ofNullable(pass(dealId, move, passage, viewer).eventId());
    }

    /** As {@link #move(long, DealMove, Passage, Viewer)}; tells as well what was advised and is missing. */
    Moved pass(long dealId, DealMove move, Passage passage, Viewer viewer) {
        gate.hold(passage);
        Deal deal = deals.loadForChange(dealId, viewer);
        Predicate<DealEvent> asked = event -> event.is(EventKind.MOVED) && event.getStageId() == move.stageId();
        if (deal.getStage().id() == move.stageId()) {
            deal.reorder(column.between(deal.getStage(), move.aboveId(), move.belowId()));
            return Moved.by(log.answered(move.key(), deal).filter(asked).orElse(null));
        }
        Stage target = stages.loadToEnter(move.stageId());
        return changes.answered(deal, move.version(), move.key(), asked)
                .map(Moved::by)
                .orElseGet(() -> moveOn(deal, target, move, passage, viewer));
    }

    private Moved moveOn(Deal deal, Stage target, DealMove move, Passage passage, Viewer viewer) {
        deal.requireMayEnter(target);
        List<ExitCriterion> missing = gate.leave(deal, target, passage, viewer);
        String rank = column.between(target, move.aboveId(), move.belowId());
        DealEvent moved = log.append(deal.moveTo(target, rank, changes.now(deal, move.key(), viewer)));
        gate.tell(moved, missing, passage);
        return new Moved(
                moved.id(), missing.stream().filter(one -> !one.required()).toList());
    }

    /** Takes a card up or down in its own column; that is no event, as no measured fact changes. */
    public void shift(long dealId, Shift shift, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        deal.reorder(column.shifted(deal, shift));
    }

    /** As {@link #close(long, Closing, Passage, Viewer)}, with nothing filled in on the way. */
    public long close(
            long dealId,
            Outcome outcome,
            @Nullable Long reasonId,
            @Nullable String note,
            int version,
            @Nullable UUID key,
            Viewer viewer) {
        return close(dealId, new Closing(outcome, reasonId, note, version, key), Passage.PLAIN, viewer);
    }

    /**
     * Closes a deal; see {@link Deal#close}. Who wins it must have met what its stage requires; losing and disqualifying ask
     * for nothing.
     *
     * @return the event's id
     * @throws CriteriaMissingException where required criteria are missing; nothing was changed then
     */
    public long close(long dealId, Closing closing, Passage passage, Viewer viewer) {
        gate.hold(passage);
        Deal deal = deals.loadForChange(dealId, viewer);
        return changes.answered(deal, closing.version(), closing.key(), closing::isToldBy)
                .orElseGet(() -> {
                    deal.requireOpen();
                    List<ExitCriterion> missing =
                            closing.outcome() == Outcome.WON ? gate.win(deal, passage, viewer) : List.of();
                    Change change = changes.now(deal, closing.key(), viewer);
                    DealEvent closed =
                            log.append(deal.close(closing.outcome(), closing.reasonId(), closing.note(), change));
                    gate.tell(closed, missing, passage);
                    return news.tell(deal, closed, closing.told(), viewer);
                })
                .id();
    }

    /** Reopens a deal; where its owner has left meanwhile, it goes to the viewer. */
    public long reopen(long dealId, int version, @Nullable UUID key, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        return changes.answered(deal, version, key, event -> event.is(EventKind.REOPENED))
                .orElseGet(() -> {
                    stages.loadToEnter(deal.getStage().id());
                    Change change = changes.now(deal, key, viewer);
                    DealEvent reopened = log.append(owners.takingOver(deal, true, viewer, () -> deal.reopen(change)));
                    return news.tell(deal, reopened, Map.of(), viewer);
                })
                .id();
    }

    /** Lets a deal sleep until a date after today. */
    public long park(long dealId, LocalDate until, int version, @Nullable UUID key, Viewer viewer) {
        LocalDate today = viewer.today(clock);
        return changes.make(
                dealId,
                version,
                key,
                viewer,
                event -> event.is(EventKind.PARKED)
                        && until.equals(event.status().parkedUntil()),
                (deal, change) -> deal.park(until, today, change));
    }

    public long wake(long dealId, int version, @Nullable UUID key, Viewer viewer) {
        return changes.make(dealId, version, key, viewer, event -> event.is(EventKind.WOKEN), Deal::wake);
    }

    /** Changes what is known of a deal; writes nothing where all is as before. */
    public void amend(long dealId, DealFacts facts, int version, @Nullable UUID key, Viewer viewer) {
        amend(dealId, deal -> facts, Deal::fields, version, key, viewer);
    }

    /** The same, with what the deal has in the administrator's fields; see {@link app.tahap.field.FieldForms}. */
    public void amend(
            long dealId, DealFacts facts, FieldValues fields, int version, @Nullable UUID key, Viewer viewer) {
        amend(dealId, deal -> facts, deal -> fields, version, key, viewer);
    }

    /**
     * Sets one of the administrator's fields to a value that is of the field's type, whatever state the deal is in; for those
     * who act by themselves, not on a form.
     *
     * @param value null to empty the field
     * @return whether that changed anything; if so, it is on the timeline
     */
    public boolean setField(long dealId, long fieldId, @Nullable FieldValue value, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        return amend(
                dealId, Deal::facts, changed -> changed.fields().with(fieldId, value), deal.getVersion(), null, viewer);
    }

    /** Hands a deal over, all else as it is. Answers whether that changed anything. */
    public boolean assign(long dealId, long ownerId, int version, Viewer viewer) {
        return amend(dealId, deal -> deal.facts().ownedBy(ownerId), Deal::fields, version, null, viewer);
    }

    /**
     * Changes some of what is known of a deal, all else as it is.
     *
     * @return the event's id, also of one that the same request wrote before; empty where nothing had to be changed
     */
    public Optional<Long> change(
            long dealId, Function<DealFacts, DealFacts> told, int version, @Nullable UUID key, Viewer viewer) {
        return amended(dealId, deal -> told.apply(deal.facts()), Deal::fields, version, key, viewer)
                .map(DealEvent::id);
    }

    private boolean amend(
            long dealId,
            Function<Deal, DealFacts> told,
            Function<Deal, FieldValues> toldFields,
            int version,
            @Nullable UUID key,
            Viewer viewer) {
        return amended(dealId, told, toldFields, version, key, viewer).isPresent();
    }

    private Optional<DealEvent> amended(
            long dealId,
            Function<Deal, DealFacts> told,
            Function<Deal, FieldValues> toldFields,
            int version,
            @Nullable UUID key,
            Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        DealFacts facts = told.apply(deal);
        FieldValues fields = toldFields.apply(deal);
        Predicate<DealEvent> asked = event -> event.is(EventKind.AMENDED) && deal.isAsToldBy(facts, fields);
        Optional<DealEvent> answer = changes.answered(deal, version, key, asked);
        if (answer.isPresent()) {
            return answer;
        }
        if (facts.ownerId() != deal.facts().ownerId()) { // a deal may stay with somebody who has left, but not go there
            owners.requireStaysActive(facts.ownerId());
        }
        Change change = changes.now(facts.currency(), deal.status().closedAt(), key, viewer);
        Optional<DealEvent> event = deal.amend(facts, fields, change);
        return event.map(log::append);
    }

    /** Whether the viewer still sees a deal, which handing it over may end. */
    public boolean isVisible(long dealId, Viewer viewer) {
        return deals.isVisible(dealId, viewer);
    }

    public void delete(long dealId, int version, Viewer viewer) {
        changes.make(dealId, version, null, viewer, event -> event.is(EventKind.DELETED), Deal::delete);
    }

    /** Restores a deleted deal; where it is open and its owner has left meanwhile, it goes to the viewer. */
    public void restore(long dealId, Viewer viewer) {
        Deal deal = deals.loadDeletedForChange(dealId, viewer);
        if (deal.getExternalId() != null && deals.existsByExternalIdAndDeletedAtIsNull(deal.getExternalId())) {
            throw new RuleException("deal.restore.replaced");
        }
        boolean opens = !deal.status().isClosed();
        log.append(owners.takingOver(deal, opens, viewer, () -> deal.restore(changes.now(deal, null, viewer))));
    }
}
