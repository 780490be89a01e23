package app.tahap.activity;

import app.tahap.deal.Due;
import app.tahap.deal.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An activity in a list.
 *
 * @param phone of the deal's person, or else of its organisation
 * @param due how its due date stands to now; of a done one without meaning
 * @param doneBy null for a planned one
 */
record ActivityRow(
        long id,
        int version,
        long dealId,
        String deal,
        Outcome dealOutcome,
        @Nullable String organization,
        @Nullable String person,
        @Nullable String phone,
        long kindId,
        String kind,
        KindMark mark,
        String subject,
        LocalDate dueOn,
        @Nullable LocalTime dueTime,
        @Nullable Integer minutes,
        long assigneeId,
        String assignee,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String outcome,
        Due due) {

    public boolean isDone() {
        return doneAt != null;
    }

    public boolean isOverdue() {
        return !isDone() && due == Due.OVERDUE;
    }
}
