package app.tahap.proposal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal on a deal. What it says is in its versions. */
@Entity
class Proposal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long dealId;
    private String reference;
    private Instant createdAt;
    private @Nullable Long createdBy;
    private @Nullable UUID idempotencyKey;

    @SuppressWarnings("NullAway.Init")
    protected Proposal() {}

    /** @param reference by which customers name it; no other proposal has it */
    Proposal(long dealId, String reference, @Nullable Long createdBy, Instant createdAt, @Nullable UUID key) {
        this.dealId = dealId;
        this.reference = reference;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.idempotencyKey = key;
    }

    /** The id of a stored proposal. */
    long id() {
        return Objects.requireNonNull(id, "a proposal has an id once it is stored");
    }

    long getDealId() {
        return dealId;
    }

    String getReference() {
        return reference;
    }
}
