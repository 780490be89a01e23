package app.tahap.deal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One change of a deal: a full snapshot of the measured facts after it. The database refuses to change or remove it. */
@Entity
@Immutable
public class DealEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long dealId;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    private @Nullable Long actorId;
    private Instant occurredAt;
    private Instant recordedAt;
    private @Nullable UUID idempotencyKey;
    private @Nullable Long undoesId;
    private boolean imported;
    private boolean stageKnown;
    private long pipelineId;
    private long stageId;
    private int stagePosition;
    private Instant stageEnteredAt;
    private @Nullable String previousRank;

    @Embedded
    private DealStatus status;

    private @Nullable BigDecimal amount;
    private String currency;
    private @Nullable BigDecimal rate;
    private BigDecimal probability;
    private @Nullable LocalDate expectedClose;
    private long ownerId;
    private boolean deleted;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable List<FieldChange> changes;

    @SuppressWarnings("NullAway.Init")
    protected DealEvent() {}

    DealEvent(Deal deal, EventKind kind, Change change) {
        this.dealId = deal.id();
        this.kind = kind;
        this.actorId = change.actorId();
        this.occurredAt = change.at();
        this.recordedAt = change.recordedAt();
        this.idempotencyKey = change.key();
        this.imported = change.imported();
        this.stageKnown = change.stageKnown();
        this.pipelineId = deal.getPipelineId();
        this.stageId = deal.getStage().id();
        this.stagePosition = deal.getStage().getPosition();
        this.stageEnteredAt = deal.getStageEnteredAt();
        this.status = deal.status();
        this.amount = deal.facts().amount();
        this.currency = deal.facts().currency();
        this.rate = status.isClosed() ? deal.getRate() : change.rate();
        this.probability = deal.probability();
        this.expectedClose = deal.facts().expectedClose();
        this.ownerId = deal.facts().ownerId();
        this.deleted = deal.isDeleted();
    }

    DealEvent from(String rankBefore) {
        previousRank = rankBefore;
        return this;
    }

    DealEvent telling(List<FieldChange> fieldChanges) {
        changes = fieldChanges;
        return this;
    }

    /** Whose the deal was before, where the event changed that. */
    Optional<Long> ownerBefore() {
        return changes == null
                ? Optional.empty()
                : changes.stream()
                        .filter(change -> change.field().equals("owner"))
                        .map(change -> Long.valueOf(Objects.requireNonNull(change.before())))
                        .findFirst();
    }

    DealEvent undoing(DealEvent other) {
        undoesId = other.id();
        return this;
    }

    /** Takes an id that was reserved for it, for those who write many events at once. */
    DealEvent storedAs(long reservedId) {
        id = reservedId;
        return this;
    }

    /** The id of a stored event. */
    public long id() {
        return Objects.requireNonNull(id, "an event has an id once it is stored");
    }

    public long getDealId() {
        return dealId;
    }

    public EventKind getKind() {
        return kind;
    }

    boolean is(EventKind other) {
        return kind == other;
    }

    boolean isClosing(Outcome outcome, @Nullable Long reason, @Nullable String note) {
        return kind == EventKind.of(outcome)
                && Objects.equals(status.reasonId(), reason)
                && Objects.equals(status.reasonNote(), note);
    }

    public @Nullable Long getActorId() {
        return actorId;
    }

    public Instant getOccurredAt() {
        return occurredAt;
    }

    Instant getRecordedAt() {
        return recordedAt;
    }

    boolean isImported() {
        return imported;
    }

    public @Nullable Long getUndoesId() {
        return undoesId;
    }

    public boolean isStageKnown() {
        return stageKnown;
    }

    public long getPipelineId() {
        return pipelineId;
    }

    public long getStageId() {
        return stageId;
    }

    public int getStagePosition() {
        return stagePosition;
    }

    public Instant getStageEnteredAt() {
        return stageEnteredAt;
    }

    public @Nullable String getPreviousRank() {
        return previousRank;
    }

    public Outcome getOutcome() {
        return status.outcome();
    }

    DealStatus status() {
        return status;
    }

    public @Nullable BigDecimal getRate() {
        return rate;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    String getCurrency() {
        return currency;
    }

    @Nullable LocalDate getExpectedClose() {
        return expectedClose;
    }

    long getOwnerId() {
        return ownerId;
    }

    public BigDecimal getProbability() {
        return probability;
    }
}
