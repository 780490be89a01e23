package app.tahap.pipeline;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the open deals of an archived pipeline go.
 *
 * @param targets stage of another pipeline, by stage of this one
 */
record ArchivingForm(@Nullable Map<Long, Long> targets, int arrangement) {

    Map<Long, Long> chosen() {
        return targets == null ? Map.of() : targets;
    }

    boolean names(long stageId) {
        return chosen().get(stageId) != null;
    }
}
