package app.tahap.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row's place in a list whose order can be changed.
 *
 * @param number counted from 1
 * @param up the id that stands directly above once the row is moved up by one; null for the first place
 * @param down the id that stands directly above once it is moved down by one
 */
public record Place(
        int number,
        boolean first,
        boolean last,
        @Nullable Long up,
        @Nullable Long down) {

    /** The place of the row at an index, counted from 0, of the ids in their order. */
    public static Place of(List<Long> ids, int index) {
        boolean last = index == ids.size() - 1;
        return new Place(
                index + 1, index == 0, last, index < 2 ? null : ids.get(index - 2), last ? null : ids.get(index + 1));
    }
}
