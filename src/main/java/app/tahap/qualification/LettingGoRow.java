package app.tahap.qualification;

import app.tahap.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal that may not be worth its work any more, and why.
 *
 * @param failed the essential criteria rated 0, each with its word; empty for none
 * @param low whether its score is below the threshold, and enough is rated for that to mean something
 * @param quiet whole days without note, activity or event, where it also is too long in its stage; null where it is not
 * @param days whole days in the stage, by the workspace's calendar; null where an import does not tell
 * @param reasonId the reason proposed for letting it go; null for none
 * @param key makes a repeated request harmless
 */
record LettingGoRow(
        long id,
        int version,
        String title,
        @Nullable String organization,
        String owner,
        String stage,
        @Nullable Money money,
        @Nullable Integer score,
        @Nullable Integer coverage,
        List<String> failed,
        boolean low,
        @Nullable Long quiet,
        @Nullable Long days,
        @Nullable Long reasonId,
        UUID key) {

    /** The proposed reason as the option of a select names it. */
    public @Nullable String proposed() {
        return reasonId == null ? null : reasonId.toString();
    }
}
