package app.tahap.deal;

import app.tahap.contact.MergeSides;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How two deals become one.
 *
 * @param with the one that is merged into the other
 * @param sides for each field whose it is: KEPT or OTHER
 * @param version of the one that is kept, as it was seen
 * @param otherVersion of the one that is merged
 */
record DealMergeForm(
        @Nullable Long with,
        @Nullable Map<String, String> sides,
        @Nullable Integer version,
        @Nullable Integer otherVersion,
        @Nullable UUID key)
        implements MergeSides {}
