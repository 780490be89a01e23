package app.tahap.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal that was let past required exit criteria.
 *
 * @param stageBefore which it left
 * @param stage to which it went; null where it was won
 * @param criteria what was missing, in words
 */
public record ExceptionItem(
        Instant at,
        long dealId,
        String title,
        @Nullable String actor,
        @Nullable String stageBefore,
        @Nullable String stage,
        List<String> criteria,
        String reason) {}
