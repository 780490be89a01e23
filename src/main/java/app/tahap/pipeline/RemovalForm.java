package app.tahap.pipeline;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the deals of a stage go that is removed or merged.
 *
 * @param name of the merged stage from now on; blank to keep the target's
 */
record RemovalForm(
        @NotNull(message = "{pipeline.removal.target.required}") @Nullable Long targetId,

        @Size(max = 100, message = "{pipeline.name.long}") @Nullable String name,

        @Nullable Integer arrangement) {

    /** The arrangement its author saw; none that exists where that is not said. */
    int seen() {
        return Objects.requireNonNullElse(arrangement, -1);
    }

    long target() {
        return Objects.requireNonNull(targetId);
    }
}
