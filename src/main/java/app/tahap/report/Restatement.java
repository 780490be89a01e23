package app.tahap.report;

import app.tahap.deal.EventKind;
import app.tahap.deal.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * That a month's figures changed after it had ended: a deal closed in it was reopened or deleted later, or restored.
 *
 * @param day when that happened
 * @param outcome what the deal counted as
 * @param closed when it was closed
 */
public record Restatement(
        EventKind kind,
        LocalDate day,
        @Nullable String actor,
        long dealId,
        String title,
        Outcome outcome,
        LocalDate closed) {

    public YearMonth month() {
        return YearMonth.from(closed);
    }

    /** How the month's count of that outcome changed. */
    public int change() {
        return kind == EventKind.RESTORED ? 1 : -1;
    }
}
