package app.tahap.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A review in the list, with how many of its deals were looked at and decided about. */
record ReviewRow(
        long id,
        String pipeline,
        ReviewScope scope,
        @Nullable String whose,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        int deals,
        int seen,
        int decided) {}
