package app.tahap.deal;

import app.tahap.account.Owners;
import app.tahap.account.Viewer;
import app.tahap.money.ExchangeRates;
import app.tahap.pipeline.Stage;
import app.tahap.pipeline.StageRepository;
import app.tahap.web.NotFoundException;
import app.tahap.web.RuleException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes deals on behalf of a viewer: load what the viewer may see, tell it, write the event. Every change that answers
 * a request carries the version the viewer saw, and a key by which a repeated request is answered without writing again.
 */
@Service
@Transactional
public class DealService {

    private final DealRepository deals;
    private final DealEventRepository events;
    private final DealLog log;
    private final DealColumn column;
    private final DealRemapping remapping;
    private final StageRepository stages;
    private final ExchangeRates rates;
    private final Owners owners;
    private final Clock clock;

    DealService(
            DealRepository deals,
            DealEventRepository events,
            DealLog log,
            DealColumn column,
            DealRemapping remapping,
            StageRepository stages,
            ExchangeRates rates,
            Owners owners,
            Clock clock) {
        this.deals = deals;
        this.events = events;
        this.log = log;
        this.column = column;
        this.remapping = remapping;
        this.stages = stages;
        this.rates = rates;
        this.owners = owners;
        this.clock = clock;
    }

    /** Creates an open deal at the top of a stage's column and returns its id. */
    public long create(DealFacts facts, long stageId, @Nullable UUID key, Viewer viewer) {
        return create(() -> facts, stageId, key, viewer);
    }

    /**
     * Creates a deal of facts that are asked for only once it is sure that no other request with the same key has made it,
     * since contacts may come into being with them.
     */
    long create(Supplier<DealFacts> told, long stageId, @Nullable UUID key, Viewer viewer) {
        if (key != null) {
            log.queue(key);
        }
        Optional<DealEvent> earlier = answered(key);
        if (earlier.isPresent()) {
            requireCreation(earlier.get());
            return earlier.get().getDealId();
        }
        DealFacts facts = told.get();
        requireStaysActive(facts.ownerId());
        Stage stage = enter(stageId);
        Instant now = clock.instant();
        Deal deal = deals.save(new Deal(facts, stage, column.top(stage), now));
        log.append(deal.created(Change.now(viewer.id(), now, key, rate(facts.currency(), viewer))));
        return deal.id();
    }

    /**
     * Puts a card where it was dropped. A place in the same column is no event.
     *
     * @return the event's id, by which it can be undone; empty where the deal stays in its stage
     */
    public Optional<Long> move(long dealId, DealMove move, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        if (deal.getStage().id() == move.stageId()) {
            deal.reorder(column.between(deal.getStage(), move.aboveId(), move.belowId()));
            return answered(move.key(), deal).map(DealEvent::id);
        }
        Stage target = enter(move.stageId());
        return Optional.of(change(
                deal,
                move.version(),
                move.key(),
                viewer,
                (d, change) -> d.moveTo(target, column.between(target, move.aboveId(), move.belowId()), change)));
    }

    /** Takes a card up or down in its own column; that is no event, as no measured fact changes. */
    public void shift(long dealId, Shift shift, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        deal.reorder(column.shifted(deal, shift));
    }

    /** Closes a deal; see {@link Deal#close}. */
    public long close(
            long dealId,
            Outcome outcome,
            @Nullable Long reasonId,
            @Nullable String note,
            int version,
            @Nullable UUID key,
            Viewer viewer) {
        return change(dealId, version, key, viewer, (deal, change) -> deal.close(outcome, reasonId, note, change));
    }

    /** Reopens a deal; where its owner has left meanwhile, it goes to the viewer. */
    public long reopen(long dealId, int version, @Nullable UUID key, Viewer viewer) {
        return change(dealId, version, key, viewer, (deal, change) -> {
            enter(deal.getStage().id());
            return takingOver(deal, true, viewer, () -> deal.reopen(change));
        });
    }

    /** Lets a deal sleep until a date after today. */
    public long park(long dealId, LocalDate until, int version, @Nullable UUID key, Viewer viewer) {
        LocalDate today = viewer.today(clock);
        return change(dealId, version, key, viewer, (deal, change) -> deal.park(until, today, change));
    }

    public long wake(long dealId, int version, @Nullable UUID key, Viewer viewer) {
        return change(dealId, version, key, viewer, Deal::wake);
    }

    /** Changes what is known of a deal; writes nothing where all is as before. */
    public void amend(long dealId, DealFacts facts, int version, @Nullable UUID key, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        if (answered(key, deal).isEmpty()) {
            requireCurrent(deal, version);
            requireOwner(facts, deal);
            Instant closedAt = deal.status().closedAt();
            LocalDate valued = closedAt == null ? viewer.today(clock) : LocalDate.ofInstant(closedAt, viewer.zone());
            BigDecimal rate = rates.find(facts.currency(), valued).orElse(null);
            deal.amend(facts, Change.now(viewer.id(), clock.instant(), key, rate))
                    .ifPresent(log::append);
        }
    }

    /** Hands a deal over, all else as it is. Answers whether that changed anything. */
    public boolean assign(long dealId, long ownerId, int version, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        requireCurrent(deal, version);
        DealFacts facts = deal.facts().ownedBy(ownerId);
        requireOwner(facts, deal);
        Optional<DealEvent> event = deal.amend(facts, changeOf(deal, null, viewer));
        event.ifPresent(log::append);
        return event.isPresent();
    }

    /** Whether the viewer still sees a deal, which handing it over may end. */
    public boolean isVisible(long dealId, Viewer viewer) {
        return deals.isVisible(dealId, viewer);
    }

    public void delete(long dealId, int version, Viewer viewer) {
        change(dealId, version, null, viewer, Deal::delete);
    }

    /** Restores a deleted deal; where it is open and its owner has left meanwhile, it goes to the viewer. */
    public void restore(long dealId, Viewer viewer) {
        Deal deal = deals.loadDeletedForChange(dealId, viewer);
        boolean open = !deal.status().isClosed();
        log.append(takingOver(deal, open, viewer, () -> deal.restore(changeOf(deal, null, viewer))));
    }

    /**
     * Takes back the latest change of a deal, as if it had not happened; possible on the day it was made. Taking it back
     * again changes nothing. Where the stage that the deal comes back to was removed meanwhile, the deal goes on to where
     * that stage's deals went; where it is open again and its owner has left, it goes to the viewer.
     *
     * @throws StaleDealException when something else has happened to the deal since
     */
    public void undo(long dealId, long eventId, Viewer viewer) {
        Deal deal = deals.loadForChange(dealId, viewer);
        if (events.existsByUndoesId(eventId)) {
            return;
        }
        List<DealEvent> lastTwo = events.findLastTwoEffective(dealId);
        if (lastTwo.size() < 2 || lastTwo.get(0).id() != eventId) {
            throw new StaleDealException(dealId);
        }
        DealEvent undone = lastTwo.get(0);
        if (!undone.getKind().isUndoable() || !isToday(undone, viewer)) {
            throw new RuleException("deal.undo.late");
        }
        DealEvent before = lastTwo.get(1);
        Stage stageBefore = enter(before.getStageId());
        Stage heir = stageBefore.heir() == stageBefore
                ? stageBefore
                : enter(stageBefore.heir().id());
        if (!before.status().isClosed() && heir.isArchived()) {
            throw new RuleException("deal.move.archived", stageBefore.getName());
        }
        boolean open = !before.status().isClosed();
        log.append(takingOver(
                deal, open, viewer, () -> deal.undo(undone, before, stageBefore, changeOf(deal, null, viewer))));
        if (heir != stageBefore) {
            deals.flush();
            remapping.remap(stageBefore, heir, true, viewer);
        }
    }

    /** Nobody would look after an open deal whose owner has left: who brings it back takes it over, and its event says so. */
    private DealEvent takingOver(Deal deal, boolean opens, Viewer viewer, Supplier<DealEvent> change) {
        DealFacts before = deal.facts();
        if (opens && !owners.staysActive(deal.facts().ownerId())) {
            deal.goTo(viewer.id());
        }
        DealEvent event = change.get();
        List<FieldChange> told = FieldChange.between(before, deal.facts());
        return told.isEmpty() ? event : event.telling(told);
    }

    private boolean isToday(DealEvent event, Viewer viewer) {
        return LocalDate.ofInstant(event.getOccurredAt(), viewer.zone()).equals(viewer.today(clock));
    }

    private long change(
            long dealId, int version, @Nullable UUID key, Viewer viewer, BiFunction<Deal, Change, DealEvent> what) {
        return change(deals.loadForChange(dealId, viewer), version, key, viewer, what);
    }

    private long change(
            Deal deal, int version, @Nullable UUID key, Viewer viewer, BiFunction<Deal, Change, DealEvent> what) {
        if (deal.getVersion() != version) { // every change raises it, so only then can the key have been used
            return answered(key, deal)
                    .orElseThrow(() -> new StaleDealException(deal.id()))
                    .id();
        }
        return log.append(what.apply(deal, changeOf(deal, key, viewer))).id();
    }

    private Optional<DealEvent> answered(@Nullable UUID key) {
        return key == null ? Optional.empty() : log.answered(key);
    }

    /** The same for a deal that there is: a key of another deal's event answers nothing, and can be stored no second time. */
    private Optional<DealEvent> answered(@Nullable UUID key, Deal deal) {
        return answered(key).filter(event -> event.getDealId() == deal.id());
    }

    private static void requireCreation(DealEvent event) {
        if (event.getKind() != EventKind.CREATED) {
            throw new DuplicateKeyException("The key is that of event " + event.id());
        }
    }

    private Change changeOf(Deal deal, @Nullable UUID key, Viewer viewer) {
        return Change.now(viewer.id(), clock.instant(), key, rate(deal.facts().currency(), viewer));
    }

    private @Nullable BigDecimal rate(String currency, Viewer viewer) {
        return Objects.equals(currency, viewer.baseCurrency().getCurrencyCode())
                ? BigDecimal.ONE
                : rates.find(currency, viewer.today(clock)).orElse(null);
    }

    private Stage enter(long stageId) {
        return stages.findToEnter(stageId).orElseThrow(() -> new NotFoundException("stage", stageId));
    }

    /** Deals stay with somebody who has left, but nobody hands one over to such a person. */
    private void requireOwner(DealFacts facts, Deal deal) {
        if (facts.ownerId() != deal.facts().ownerId()) {
            requireStaysActive(facts.ownerId());
        }
    }

    private void requireStaysActive(long ownerId) {
        if (!owners.staysActive(ownerId)) {
            throw new RuleException("deal.owner.left");
        }
    }

    private static void requireCurrent(Deal deal, int version) {
        if (deal.getVersion() != version) {
            throw new StaleDealException(deal.id());
        }
    }
}
