package app.tahap.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a deal, or a note about it.
 *
 * @param kind an event's kind, or NOTE
 * @param actor null for Tahap itself
 * @param stage in which the deal was afterwards; with its pipeline where the deal came from another one
 * @param stageBefore in which it was before; null for its first event
 * @param stageKnown false where an import knew the outcome but not the stage
 * @param detail a note's text, or why a deal ended
 * @param parkedUntil for a parked deal
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
        @Nullable String stageBefore,
        boolean stageKnown,
        @Nullable String detail,
        @Nullable LocalDate parkedUntil,
        boolean imported,
        boolean undone,
        boolean undoable,
        boolean own,
        boolean edited,
        List<FieldChange> changes) {

    /** The end of the key of the message that says what happened: mostly the kind, but some are worth words of their own. */
    public String words() {
        if (handedOver() != null) {
            return "ASSIGNED";
        }
        return stageKnown || !kind.equals(EventKind.IMPORTED.name()) ? kind : "IMPORTED.unknown";
    }

    /** The change of owner, where that is all that happened. */
    public @Nullable FieldChange handedOver() {
        return kind.equals(EventKind.AMENDED.name())
                        && changes.size() == 1
                        && changes.get(0).field().equals("owner")
                ? changes.get(0)
                : null;
    }

    TimelineItem withChanges(List<FieldChange> inWords) {
        return new TimelineItem(
                id,
                kind,
                at,
                actor,
                stage,
                stageBefore,
                stageKnown,
                detail,
                parkedUntil,
                imported,
                undone,
                undoable,
                own,
                edited,
                inWords);
    }
}
