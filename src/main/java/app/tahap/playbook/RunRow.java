package app.tahap.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the page of its playbook shows it.
 *
 * @param reason why it was not done, in the viewer's language; null for nothing to say
 */
record RunRow(
        long dealId,
        String deal,
        RunState state,
        @Nullable String reason,
        Instant firedAt,
        @Nullable Instant endedAt) {}
