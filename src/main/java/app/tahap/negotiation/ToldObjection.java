package app.tahap.negotiation;

import app.tahap.deal.DealRecord;
import app.tahap.deal.RecordIdentity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An objection as a file tells it. */
record ToldObjection(
        RecordIdentity identity,
        long typeId,
        long stageId,
        String words,
        @Nullable String answer,
        ObjectionOutcome outcome,
        long authorId,
        Instant raisedAt,
        @Nullable Instant decidedAt)
        implements DealRecord {

    @Override
    public long dealId() {
        return identity.dealId();
    }

    @Override
    public List<String> sought() {
        return identity.sought();
    }

    @Override
    public List<String> known() {
        return identity.known();
    }
}
