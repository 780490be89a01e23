package app.tahap.pipeline;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the open deals of an archived pipeline go.
 *
 * @param targets stage of another pipeline, by stage of this one
 */
record ArchivingForm(
        @Nullable Map<Long, Long> targets, @Nullable Integer arrangement) {

    /** The arrangement its author saw; none that exists where that is not said. */
    int seen() {
        return Objects.requireNonNullElse(arrangement, -1);
    }

    Map<Long, Long> chosen() {
        return targets == null ? Map.of() : targets;
    }

    boolean names(long stageId) {
        return chosen().get(stageId) != null;
    }
}
