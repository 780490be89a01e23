package app.tahap.contact;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two records say of the same thing.
 *
 * @param name by which the choice is sent
 * @param label the key of what people call it, or the name itself where an administrator gave it
 * @param kept what the record says that is kept
 */
public record MergeField(
        String name,
        String label,
        @Nullable String kept,
        @Nullable String other) {

    public boolean isSame() {
        return Objects.equals(kept, other);
    }

    /** Whether the other's is the better choice to begin with: where only that one knows. */
    public boolean isBetterFromOther() {
        return kept == null && other != null;
    }
}
