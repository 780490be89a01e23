package app.tahap.closing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign that a customer is about to agree, and whether a deal has it.
 *
 * @param tickedAt null where the deal does not have it
 */
record Signal(
        long id,
        String label,
        @Nullable Instant tickedAt,
        @Nullable String tickedBy) {

    public boolean isTicked() {
        return tickedAt != null;
    }
}
