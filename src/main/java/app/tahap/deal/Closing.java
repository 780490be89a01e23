package app.tahap.deal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a deal ends.
 *
 * @param reasonId of the configured reasons for this outcome; see {@link Deal#close}
 * @param version of the deal that its author saw
 * @param key makes a repeated request harmless
 * @param told what {@link OutcomeExtension}s asked for
 */
public record Closing(
        Outcome outcome,
        @Nullable Long reasonId,
        @Nullable String note,
        int version,
        @Nullable UUID key,
        Map<String, String> told) {

    public Closing(Outcome outcome, @Nullable Long reasonId, @Nullable String note, int version, @Nullable UUID key) {
        this(outcome, reasonId, note, version, key, Map.of());
    }

    boolean isToldBy(DealEvent event) {
        return event.isClosing(outcome, reasonId, note);
    }
}
