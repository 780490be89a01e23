package app.tahap.deal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of a deal's history, in words.
 *
 * @param changes the facts that were amended, each with what it was and is
 * @param detail what somebody wrote; null for nothing
 */
public record Happening(
        Instant at,
        String text,
        List<String> changes,
        @Nullable String detail) {}
