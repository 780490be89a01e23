package app.tahap.deal;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to many deals; named unlike what the filter asks for, which comes with the same request.
 *
 * @param picked the deals, as {@link BulkSelection} writes them
 * @param toOwners one, or several who are given a deal each in turn
 * @param key by which a form that is sent twice is known
 */
record BulkForm(
        @Nullable BulkAction action,
        @Nullable String picked,
        @Nullable Set<Long> toOwners,
        @Nullable Set<Long> theTags,
        @Nullable String newTags,
        @Nullable Long toStage,
        @Nullable Long forReason,
        @Nullable String note,
        @Nullable UUID key) {

    static BulkForm of(BulkAction action, BulkSelection selection) {
        return new BulkForm(action, selection.toString(), null, null, null, null, null, null, UUID.randomUUID());
    }

    public Set<Long> owners() {
        return toOwners == null ? Set.of() : toOwners;
    }

    public Set<Long> tags() {
        return theTags == null ? Set.of() : theTags;
    }

    /** Whether a checkbox with that value is ticked. */
    public boolean isTicked(String value) {
        return owners().contains(Long.valueOf(value)) || tags().contains(Long.valueOf(value));
    }
}
