package app.tahap.negotiation;

import app.tahap.deal.RecordRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads from files when something was decided. */
final class Decisions {

    private Decisions() {}

    /** Null where the row does not tell it; refused where that is before the decided thing was written down. */
    static @Nullable Instant decided(RecordRow row, String column, @Nullable Instant written) {
        Instant decided = row.past(column);
        if (decided != null && written != null && decided.isBefore(written)) {
            row.refuse("negotiation.file.decided", row.text(column));
        }
        return decided;
    }
}
