package app.tahap.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link to a sent version, as the team sees it. The link itself cannot be shown again.
 *
 * @param recipient the address it was mailed to; null where it was copied
 * @param open neither revoked nor expired
 */
record LinkRow(
        long id,
        int number,
        @Nullable String recipient,
        Instant createdAt,
        @Nullable String createdBy,
        Instant expiresAt,
        boolean revoked,
        boolean open,
        int reads,
        @Nullable Instant lastReadAt) {}
