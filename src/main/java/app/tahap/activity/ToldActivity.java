package app.tahap.activity;

import app.tahap.deal.DealRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity as a file tells it.
 *
 * @param doneAt null for one that is planned
 */
record ToldActivity(
        long dealId,
        Collection<String> sought,
        List<String> known,
        ActivityPlan plan,
        @Nullable Instant doneAt,
        @Nullable Long doneBy,
        @Nullable String outcome)
        implements DealRecord {}
