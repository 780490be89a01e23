package app.tahap.negotiation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection on the page of its deal.
 *
 * @param stage in which it came up
 * @param author who wrote it down
 */
record ObjectionRow(
        long id,
        String type,
        String stage,
        String words,
        @Nullable String answer,
        ObjectionOutcome outcome,
        String author,
        Instant raisedAt,
        int version) {}
