package app.tahap.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a deal stands, and what happened to it last: the facts of which messages and small forms speak.
 *
 * @param changedHands whether it got another owner thereby
 */
record DealPlace(
        long id,
        int version,
        String title,
        long pipelineId,
        long stageId,
        String stage,
        @Nullable String organization,
        Outcome outcome,
        @Nullable LocalDate parkedUntil,
        EventKind lastEvent,
        boolean changedHands,
        @Nullable String lastActor) {

    /** Whether it belongs on the board, if no filter hides it. */
    boolean isAwake(LocalDate today) {
        return outcome == Outcome.OPEN && (parkedUntil == null || !parkedUntil.isAfter(today));
    }

    /** Whether what happened last may have put it to sleep or ended that. */
    boolean mayHaveSlept() {
        return lastEvent == EventKind.PARKED || lastEvent == EventKind.WOKEN || lastEvent == EventKind.UNDONE;
    }
}
