package app.tahap.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a deal stood at a moment, by its log; all but the first is null where it was not there yet.
 *
 * @param covered one of those that the review is about: of its pipeline, and its owner or team
 */
record Standing(
        boolean covered,
        @Nullable String outcome,
        boolean deleted,
        int stagePosition,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal probability,
        @Nullable LocalDate expectedClose) {

    /** Whether it is among what was open then. */
    boolean counted() {
        return covered && isOpen();
    }

    boolean isThere() {
        return outcome != null;
    }

    boolean isOpen() {
        return "OPEN".equals(outcome) && !deleted;
    }
}
