package app.tahap.deal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a deal, or a note about it.
 *
 * @param kind an event's kind, or NOTE
 * @param undone whether it was taken back and does not count
 * @param undoable whether it can be taken back now
 * @param own whether the viewer wrote it, for notes
 */
record TimelineItem(
        long id,
        String kind,
        Instant at,
        @Nullable String actor,
        @Nullable String stage,
        @Nullable String detail,
        boolean imported,
        boolean undone,
        boolean undoable,
        boolean own,
        boolean edited,
        List<FieldChange> changes) {}
