package app.tahap.contact;

import app.tahap.field.FieldCriterion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations or people somebody asks for, as it stands in the address of a list.
 *
 * @param text in the name; of a person also in the e-mail address and the organisation's name
 * @param deleted whether only those that were deleted are asked for, instead of all others
 * @param fields what is asked of the administrator's fields, as typed; see {@link FieldCriterion}
 */
record ContactCriteria(
        @Nullable String text,
        @Nullable Boolean deleted,
        @Nullable Map<String, String> fields) {

    static ContactCriteria of(@Nullable String text) {
        return new ContactCriteria(text, null, null);
    }

    public boolean isDeleted() {
        return Boolean.TRUE.equals(deleted);
    }

    /** Whether anything is asked for, apart from deleted ones. */
    public boolean isFiltered() {
        return (text != null && !text.isBlank()) || hasMore();
    }

    /** Whether something is asked of fields, which a page keeps folded away otherwise. */
    public boolean hasMore() {
        return !asked().isEmpty();
    }

    List<FieldCriterion> asked() {
        return FieldCriterion.of(fields);
    }
}
