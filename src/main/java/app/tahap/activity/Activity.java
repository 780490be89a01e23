package app.tahap.activity;

import app.tahap.web.RuleException;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something to be done about a deal, or that was done. */
@Entity
class Activity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long dealId;

    @Embedded
    private ActivityPlan plan;

    private @Nullable Instant doneAt;
    private @Nullable Long doneBy;
    private @Nullable String outcome;
    private @Nullable Long createdBy;
    private Instant createdAt;

    /** When the due date was last set: nobody is reminded of what was due before. */
    private Instant scheduledAt;

    private @Nullable Instant remindedAt;
    private Instant changedAt;
    private @Nullable Instant deletedAt;
    private @Nullable UUID idempotencyKey;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Activity() {}

    /** A planned activity. */
    Activity(long dealId, ActivityPlan plan, @Nullable Long author, @Nullable UUID key, Instant now) {
        this.dealId = dealId;
        this.plan = plan;
        this.createdBy = author;
        this.createdAt = now;
        this.scheduledAt = now;
        this.changedAt = now;
        this.idempotencyKey = key;
    }

    /**
     * It was done.
     *
     * @param at not in the future
     */
    void complete(long by, @Nullable String result, Instant at, Instant now) {
        if (doneAt != null) {
            throw new RuleException("activity.done.already", plan.subject());
        }
        if (at.isAfter(now)) {
            throw new RuleException("activity.done.future");
        }
        doneAt = at;
        doneBy = by;
        outcome = result;
        changedAt = now;
    }

    /** It was not done after all. */
    void reopen(Instant now) {
        if (doneAt == null) {
            throw new RuleException("activity.reopen.planned", plan.subject());
        }
        doneAt = null;
        doneBy = null;
        outcome = null;
        scheduledAt = now;
        changedAt = now;
    }

    void plan(ActivityPlan newPlan, Instant now) {
        if (!plan.isDueWhen(newPlan) || plan.assigneeId() != newPlan.assigneeId()) {
            scheduledAt = now;
            remindedAt = null;
        }
        plan = newPlan;
        changedAt = now;
    }

    /** Tells otherwise what came of it. */
    void tell(@Nullable String result, Instant now) {
        outcome = result;
        changedAt = now;
    }

    void delete(Instant now) {
        deletedAt = now;
        changedAt = now;
    }

    void restore(Instant now) {
        deletedAt = null;
        scheduledAt = now;
        changedAt = now;
    }

    /** Whether it is what a request with a key asks for. */
    boolean isAsToldBy(long deal, ActivityPlan told, @Nullable Long author) {
        return dealId == deal && plan.equals(told) && Objects.equals(createdBy, author);
    }

    /** Whether somebody did it with just this result. */
    boolean wasDone(long by, @Nullable String result) {
        return doneAt != null && Objects.equals(doneBy, by) && Objects.equals(outcome, result);
    }

    boolean isDone() {
        return doneAt != null;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    long id() {
        return Objects.requireNonNull(id, "an activity has an id once it is stored");
    }

    long dealId() {
        return dealId;
    }

    ActivityPlan plan() {
        return plan;
    }

    @Nullable String outcome() {
        return outcome;
    }

    int getVersion() {
        return version;
    }
}
