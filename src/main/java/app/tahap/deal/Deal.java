package app.tahap.deal;

import app.tahap.field.FieldValues;
import app.tahap.pipeline.Stage;
import app.tahap.web.RuleException;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
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

    @Embedded
    private DealFacts facts;

    @JdbcTypeCode(SqlTypes.JSON)
    private String fields = FieldValues.NONE.toJson();

    private long pipelineId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "stage_id")
    private Stage stage;

    /** Another's reordering of a column is no reason to refuse a move: rank does not count for the version. */
    @OptimisticLock(excluded = true)
    private String rank;

    /** Nor is a note that somebody wrote meanwhile. */
    @OptimisticLock(excluded = true)
    private Instant lastActivityAt;

    private Instant stageEnteredAt;

    @Embedded
    private DealStatus status = DealStatus.OPEN;

    /** At which a closed deal is valued; null while it is open, and where none is known. */
    private @Nullable BigDecimal rate;

    private Instant lastEventAt;
    private Instant createdAt;
    private @Nullable Instant deletedAt;

    /** The deal that this one was merged into. */
    private @Nullable Long mergedIntoId;

    private @Nullable String externalId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Deal() {}

    /** A new open deal; store it, then append {@link #created} to the log. */
    @SuppressWarnings("NullAway.Init") // stage and pipeline are set by enter
    public Deal(DealFacts facts, Stage stage, String rank, Instant createdAt) {
        requireInUse(stage);
        this.facts = facts;
        enter(stage, createdAt);
        this.rank = rank;
        this.createdAt = createdAt;
        this.lastEventAt = createdAt;
        this.lastActivityAt = createdAt;
    }

    public DealEvent created(Change change) {
        return event(change.imported() ? EventKind.IMPORTED : EventKind.CREATED, change);
    }

    /** What a new deal has in the administrator's fields, before it is stored. */
    public Deal having(FieldValues values) {
        fields = values.toJson();
        return this;
    }

    /** Takes the deal to another stage, also of another pipeline. */
    public DealEvent moveTo(Stage target, String newRank, Change change) {
        requireMayEnter(target);
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
        status = DealStatus.closed(result, reason, note, when.at(), facts.ownerId());
        rate = when.rate();
        return event(EventKind.of(result), when);
    }

    /** Changes the owner as a part of another change, whose event must tell so. */
    void goTo(long newOwner) {
        facts = facts.ownedBy(newOwner);
    }

    public DealEvent reopen(Change change) {
        if (!status.isClosed()) {
            throw new RuleException("deal.reopen.open");
        }
        requireInUse(stage);
        Change when = change.notBefore(lastEventAt);
        status = DealStatus.OPEN;
        rate = null;
        stageEnteredAt = when.at();
        return event(EventKind.REOPENED, when);
    }

    /** Lets the deal sleep until a later date: it leaves its column and does not rot. */
    public DealEvent park(LocalDate until, LocalDate today, Change change) {
        requireOpen();
        if (!until.isAfter(today)) {
            throw new RuleException("deal.park.past");
        }
        status = DealStatus.parked(until);
        return event(EventKind.PARKED, change);
    }

    public DealEvent wake(Change change) {
        requireOpen();
        if (!status.isParked()) {
            throw new RuleException("deal.wake.awake");
        }
        status = DealStatus.OPEN;
        return event(EventKind.WOKEN, change);
    }

    /**
     * Changes facts; empty where they are as before. A closed deal keeps the rate of its closing, unless its currency
     * changes: then the change must bring that currency's rate on that day.
     */
    public Optional<DealEvent> amend(DealFacts newFacts, Change change) {
        return amend(newFacts, fields(), change);
    }

    /** As {@link #amend(DealFacts, Change)}, with what it has in the administrator's fields. */
    public Optional<DealEvent> amend(DealFacts newFacts, FieldValues newFields, Change change) {
        List<FieldChange> changes = FieldChange.between(facts, newFacts, fields(), newFields);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        if (status.isClosed() && !facts.currency().equals(newFacts.currency())) {
            rate = change.rate();
        }
        facts = newFacts;
        fields = newFields.toJson();
        return Optional.of(event(EventKind.AMENDED, change).telling(changes));
    }

    /** Values a closed deal that has no rate yet by that of its closing day; empty where there is nothing to do. */
    Optional<DealEvent> value(Change change) {
        if (!status.isClosed() || rate != null || change.rate() == null) {
            return Optional.empty();
        }
        rate = change.rate();
        return Optional.of(event(EventKind.AMENDED, change).telling(List.of(FieldChange.valued(change.rate()))));
    }

    public DealEvent delete(Change change) {
        deletedAt = change.at();
        return event(EventKind.DELETED, change);
    }

    /** Leaves its place to another deal that is the same sale: it is deleted, and leads there. */
    DealEvent mergeInto(Deal other, Change change) {
        requireOpen();
        mergedIntoId = other.id();
        return delete(change);
    }

    /** A restored deal is one of its own again, also where it was merged into another. */
    public DealEvent restore(Change change) {
        if (!status.isClosed()) {
            requireInUse(stage);
        }
        deletedAt = null;
        mergedIntoId = null;
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
        status = before.status();
        rate = status.isClosed() ? before.getRate() : null;
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
        return facts;
    }

    /** Whether amending it by these facts would change nothing. */
    boolean isAsToldBy(DealFacts told) {
        return FieldChange.between(facts, told).isEmpty();
    }

    boolean isAsToldBy(DealFacts told, FieldValues toldFields) {
        return FieldChange.between(facts, told, fields(), toldFields).isEmpty();
    }

    public FieldValues fields() {
        return FieldValues.ofJson(fields);
    }

    DealStatus status() {
        return status;
    }

    public boolean isIn(Stage other) {
        return stage.id() == other.id();
    }

    /** 0 to 1: the stage's while open, 1 when won, 0 when lost or disqualified. */
    BigDecimal probability() {
        return switch (status.outcome()) {
            case OPEN -> stage.getProbability();
            case WON -> BigDecimal.ONE;
            case LOST, DISQUALIFIED -> BigDecimal.ZERO;
        };
    }

    private void enter(Stage target, Instant at) {
        stage = target;
        pipelineId = target.getPipeline().id();
        stageEnteredAt = at;
    }

    /** Whether it can be moved at all is asked before what it lacks. */
    void requireMayEnter(Stage target) {
        requireOpen();
        requireInUse(target);
    }

    private static void requireInUse(Stage stage) {
        if (stage.isArchived()) {
            throw new RuleException("deal.move.archived", stage.getName());
        }
    }

    void requireOpen() {
        if (status.isClosed()) {
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

    public String getRank() {
        return rank;
    }

    @Nullable BigDecimal getRate() {
        return rate;
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
