package app.tahap.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as pages show it.
 *
 * @param kind of records; null for deals
 */
record ImportView(
        long id,
        int version,
        @Nullable String kind,
        String fileName,
        ImportStatus status,
        boolean described,
        int rowsTotal,
        int rowsDone,
        @Nullable ImportResult result,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant takenBackAt) {

    /** How much of the file is done, 0 to 100. */
    public int percent() {
        return rowsTotal == 0 ? 0 : (int) (100L * rowsDone / rowsTotal);
    }

    /** Whether it brought something in that can be taken back. */
    public boolean canBeTakenBack() {
        return status == ImportStatus.FINISHED && takenBackAt == null && result != null && result.created() > 0;
    }

    /** Whether a job reads the file just now. */
    public boolean isWorking() {
        return status.isWorking();
    }
}
