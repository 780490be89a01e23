package app.tahap.deal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a deal ends.
 *
 * @param reasonId of the configured reasons for this outcome; see {@link Deal#close}
 * @param version of the deal that its author saw
 * @param key makes a repeated request harmless
 */
public record Closing(
        Outcome outcome,
        @Nullable Long reasonId,
        @Nullable String note,
        int version,
        @Nullable UUID key) {

    boolean isToldBy(DealEvent event) {
        return event.isClosing(outcome, reasonId, note);
    }
}
