package app.tahap.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that keeps a customer from agreeing, in the customer's words, with how it was answered. */
@Entity
class Objection {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long dealId;
    private long typeId;
    private long stageId;
    private String words;
    private @Nullable String answer;

    @Enumerated(EnumType.STRING)
    private ObjectionOutcome outcome = ObjectionOutcome.OPEN;

    private long authorId;
    private Instant raisedAt;
    private @Nullable Instant decidedAt;
    private @Nullable Instant deletedAt;
    private @Nullable UUID idempotencyKey;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Objection() {}

    /** @param stageId the stage that the deal is in when the customer says it */
    Objection(
            long dealId,
            long stageId,
            long typeId,
            String words,
            long authorId,
            Instant raisedAt,
            @Nullable UUID idempotencyKey) {
        this.dealId = dealId;
        this.stageId = stageId;
        this.typeId = typeId;
        this.words = words;
        this.authorId = authorId;
        this.raisedAt = raisedAt;
        this.idempotencyKey = idempotencyKey;
    }

    /** Says anew what was objected. */
    void word(long newType, String newWords) {
        typeId = newType;
        words = newWords;
    }

    /** Tells how it was answered and what came of that. */
    void answer(@Nullable String newAnswer, ObjectionOutcome newOutcome, Instant at) {
        answer = newAnswer;
        if (newOutcome != outcome) {
            outcome = newOutcome;
            decidedAt = newOutcome == ObjectionOutcome.OPEN ? null : at;
        }
    }

    void delete(Instant at) {
        deletedAt = at;
    }

    boolean isAsToldBy(long deal, ObjectionForm form) {
        return dealId == deal && typeId == form.requiredType() && words.equals(form.requiredWords());
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    long id() {
        return Objects.requireNonNull(id, "an objection has an id once it is stored");
    }

    long getDealId() {
        return dealId;
    }

    long getTypeId() {
        return typeId;
    }

    String getWords() {
        return words;
    }

    @Nullable String getAnswer() {
        return answer;
    }

    ObjectionOutcome getOutcome() {
        return outcome;
    }

    int getVersion() {
        return version;
    }
}
