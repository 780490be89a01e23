package app.tahap.deal;

import app.tahap.pipeline.Stage;
import app.tahap.web.RuleException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/**
 * A sale that may come about. Every method that changes it guards its rule, changes it, and yields the event that
 * {@link DealLog} must append in the same transaction.
 */
@Entity
public class Deal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String title;
    private long pipelineId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "stage_id")
    private Stage stage;

    /** Another's reordering of a column is no reason to refuse a move: rank does not count for the version. */
    @OptimisticLock(excluded = true)
    private String rank;

    private @Nullable BigDecimal amount;
    private String currency;
    private @Nullable BigDecimal rate;
    private @Nullable LocalDate expectedClose;
    private long ownerId;
    private @Nullable Long organizationId;
    private @Nullable Long personId;
    private @Nullable Long sourceId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome = Outcome.OPEN;

    private @Nullable Long reasonId;
    private @Nullable String reasonNote;
    private @Nullable Instant closedAt;
    private @Nullable Long closingOwnerId;
    private @Nullable LocalDate parkedUntil;
    private Instant stageEnteredAt;

    /** Nor is a note that somebody wrote meanwhile. */
    @OptimisticLock(excluded = true)
    private Instant lastActivityAt;

    private Instant lastEventAt;
    private Instant createdAt;
    private @Nullable Instant deletedAt;
    private @Nullable String externalId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Deal() {}

    /** A new open deal; store it, then append {@link #created} to the log. */
    @SuppressWarnings("NullAway.Init") // stage and pipeline are set by enter, the facts by tell
    public Deal(DealFacts facts, Stage stage, String rank, Instant createdAt) {
        requireInUse(stage);
        tell(facts);
        enter(stage, createdAt);
        this.rank = rank;
        this.createdAt = createdAt;
        this.lastEventAt = createdAt;
        this.lastActivityAt = createdAt;
    }

    public DealEvent created(Change change) {
        return event(change.imported() ? EventKind.IMPORTED : EventKind.CREATED, change);
    }

    /** Takes the deal to another stage, also of another pipeline. */
    public DealEvent moveTo(Stage target, String newRank, Change change) {
        requireOpen();
        requireInUse(target);
        if (isIn(target)) {
            throw new IllegalArgumentException("A place in the same column is taken by reorder");
        }
        Change when = change.notBefore(lastEventAt);
        String previousRank = rank;
        enter(target, when.at());
        rank = newRank;
        return event(EventKind.MOVED, when).from(previousRank);
    }

    /** Another place in the same column. No measured fact changes, so there is no event. */
    public void reorder(String newRank) {
        requireOpen();
        rank = newRank;
    }

    public DealEvent win(Change change) {
        return close(Outcome.WON, null, null, change);
    }

    /**
     * Closes the deal.
     *
     * @param reason of the configured reasons for this outcome; required for lost and disqualified, unless another
     *     system's records do not tell it
     */
    public DealEvent close(Outcome result, @Nullable Long reason, @Nullable String note, Change change) {
        requireOpen();
        if (!result.isClosed()) {
            throw new IllegalArgumentException("A deal is not closed as open");
        }
        if (result.needsReason() && reason == null && !change.imported()) {
            throw new RuleException("deal.outcome.reason.required");
        }
        Change when = change.notBefore(lastEventAt);
        outcome = result;
        reasonId = reason;
        reasonNote = note;
        closedAt = when.at();
        closingOwnerId = ownerId;
        parkedUntil = null;
        rate = when.rate();
        return event(EventKind.of(result), when);
    }

    /** Changes the owner as a part of another change, whose event must tell so. */
    void goTo(long newOwner) {
        ownerId = newOwner;
    }

    public DealEvent reopen(Change change) {
        if (!outcome.isClosed()) {
            throw new RuleException("deal.reopen.open");
        }
        requireInUse(stage);
        Change when = change.notBefore(lastEventAt);
        openAgain();
        stageEnteredAt = when.at();
        return event(EventKind.REOPENED, when);
    }

    /** Lets the deal sleep until a later date: it leaves its column and does not rot. */
    public DealEvent park(LocalDate until, LocalDate today, Change change) {
        requireOpen();
        if (!until.isAfter(today)) {
            throw new RuleException("deal.park.past");
        }
        parkedUntil = until;
        return event(EventKind.PARKED, change);
    }

    public DealEvent wake(Change change) {
        requireOpen();
        if (parkedUntil == null) {
            throw new RuleException("deal.wake.awake");
        }
        parkedUntil = null;
        return event(EventKind.WOKEN, change);
    }

    /**
     * Changes facts; empty where they are as before. A closed deal keeps the rate of its closing, unless its currency
     * changes: then the change must bring that currency's rate on that day.
     */
    public Optional<DealEvent> amend(DealFacts facts, Change change) {
        List<FieldChange> changes = FieldChange.between(facts(), facts);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        if (outcome.isClosed() && !currency.equals(facts.currency())) {
            rate = change.rate();
        }
        tell(facts);
        return Optional.of(event(EventKind.AMENDED, change).telling(changes));
    }

    public DealEvent delete(Change change) {
        deletedAt = change.at();
        return event(EventKind.DELETED, change);
    }

    public DealEvent restore(Change change) {
        if (!outcome.isClosed()) {
            requireInUse(stage);
        }
        deletedAt = null;
        return event(EventKind.RESTORED, change);
    }

    /**
     * Takes the deal back to where it stood before an event.
     *
     * @param undone the deal's latest event that counts
     * @param before the one before it
     * @param stageBefore the stage that {@code before} names; if it is archived, the deal must go on to its heir at once
     */
    public DealEvent undo(DealEvent undone, DealEvent before, Stage stageBefore, Change change) {
        enter(stageBefore, before.getStageEnteredAt());
        if (undone.getPreviousRank() != null) {
            rank = undone.getPreviousRank();
        }
        outcome = before.getOutcome();
        reasonId = before.getReasonId();
        reasonNote = before.getReasonNote();
        parkedUntil = before.getParkedUntil();
        closedAt = before.getClosedAt();
        closingOwnerId = before.getClosingOwnerId();
        rate = outcome.isClosed() ? before.getRate() : null;
        undone.ownerBefore().ifPresent(this::goTo);
        return event(EventKind.UNDONE, change).undoing(undone);
    }

    /** Somebody worked on the deal: wrote a note, called, met. */
    public void touch(Instant at) {
        lastActivityAt = at;
    }

    /** Remembers the key another system knows this deal by; an import finds it by that key again. */
    public void identifyAs(String key) {
        externalId = key;
    }

    /** Takes an id that was reserved for it, for those who write many deals at once. */
    Deal storedAs(long reservedId) {
        id = reservedId;
        return this;
    }

    public DealFacts facts() {
        return new DealFacts(title, amount, currency, expectedClose, ownerId, organizationId, personId, sourceId);
    }

    public boolean isIn(Stage other) {
        return stage.id() == other.id();
    }

    /** 0 to 1: the stage's while open, 1 when won, 0 when lost or disqualified. */
    BigDecimal probability() {
        return switch (outcome) {
            case OPEN -> stage.getProbability();
            case WON -> BigDecimal.ONE;
            case LOST, DISQUALIFIED -> BigDecimal.ZERO;
        };
    }

    private void tell(DealFacts facts) {
        title = facts.title();
        amount = facts.amount();
        currency = facts.currency();
        expectedClose = facts.expectedClose();
        ownerId = facts.ownerId();
        organizationId = facts.organizationId();
        personId = facts.personId();
        sourceId = facts.sourceId();
    }

    private void enter(Stage target, Instant at) {
        stage = target;
        pipelineId = target.getPipeline().id();
        stageEnteredAt = at;
    }

    private void openAgain() {
        outcome = Outcome.OPEN;
        reasonId = null;
        reasonNote = null;
        closedAt = null;
        closingOwnerId = null;
        rate = null;
    }

    private static void requireInUse(Stage stage) {
        if (stage.isArchived()) {
            throw new RuleException("deal.move.archived", stage.getName());
        }
    }

    private void requireOpen() {
        if (outcome.isClosed()) {
            throw new RuleException("deal.closed");
        }
    }

    private DealEvent event(EventKind kind, Change change) {
        Change when = change.notBefore(lastEventAt);
        lastEventAt = when.at();
        lastActivityAt = when.at();
        return new DealEvent(this, kind, when);
    }

    /** The id of a stored deal. */
    public long id() {
        return Objects.requireNonNull(id, "a deal has an id once it is stored");
    }

    public long getPipelineId() {
        return pipelineId;
    }

    public Stage getStage() {
        return stage;
    }

    public String getTitle() {
        return title;
    }

    public String getRank() {
        return rank;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public String getCurrency() {
        return currency;
    }

    @Nullable BigDecimal getRate() {
        return rate;
    }

    public @Nullable LocalDate getExpectedClose() {
        return expectedClose;
    }

    public long getOwnerId() {
        return ownerId;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public @Nullable Long getReasonId() {
        return reasonId;
    }

    public @Nullable String getReasonNote() {
        return reasonNote;
    }

    public @Nullable Instant getClosedAt() {
        return closedAt;
    }

    public @Nullable Long getClosingOwnerId() {
        return closingOwnerId;
    }

    public @Nullable LocalDate getParkedUntil() {
        return parkedUntil;
    }

    public Instant getStageEnteredAt() {
        return stageEnteredAt;
    }

    Instant getLastEventAt() {
        return lastEventAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    @Nullable String getExternalId() {
        return externalId;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public int getVersion() {
        return version;
    }
}
