package app.tahap.contact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How two contacts become one.
 *
 * @param with the one that is merged into the other
 * @param sides for each field whose it is: KEPT or OTHER
 * @param version of the one that is kept, as it was seen
 * @param otherVersion of the one that is merged
 */
record MergeForm(
        @Nullable Long with,
        @Nullable Map<String, String> sides,
        @Nullable Integer version,
        @Nullable Integer otherVersion)
        implements MergeSides {}
