package app.tahap.report;

import app.tahap.negotiation.ObjectionOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection behind a number of the report.
 *
 * @param stage that the deal was in then
 * @param author who wrote it down
 */
record ObjectionItem(
        long dealId,
        String deal,
        String type,
        String stage,
        String words,
        @Nullable String answer,
        ObjectionOutcome outcome,
        String author,
        Instant raisedAt) {}
