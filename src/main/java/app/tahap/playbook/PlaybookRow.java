package app.tahap.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A playbook in the list.
 *
 * @param stage of triggers that are about one
 * @param stageGone whether that was removed, so that it never fires
 * @param pipeline whose deals it is for; null for those of all
 */
record PlaybookRow(
        long id,
        String name,
        Trigger trigger,
        @Nullable String stage,
        boolean stageGone,
        @Nullable Integer days,
        @Nullable String pipeline,
        @Nullable Instant onSince,
        boolean archived,
        long runs,
        @Nullable Instant lastRun) {

    public boolean isOn() {
        return onSince != null;
    }
}
