package app.tahap.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a deal or about it, or a note.
 *
 * @param kind an event's kind, NOTE, or JOURNAL
 * @param actor null for Tahap itself
 * @param stage in which the deal was afterwards; with its pipeline where the deal came from another one
 * @param stageBefore in which it was before; null for its first event
 * @param stageKnown false where an import knew the outcome but not the stage, or the stage but not since when
 * @param createdKnown false where an import did not tell when the deal was created
 * @param moreImported whether the import tells something of the deal after this
 * @param recordedAt when Tahap learnt of it
 * @param detail a note's text, or why a deal ended
 * @param parkedUntil for a parked deal
 * @param undone whether it was taken back and does not count
 * @param undoable whether it can be taken back now
 * @param own whether the viewer wrote it, for notes
 * @param said what an entry of the journal says; null for others
 * @param exception why a manager let the deal go on although something required was missing; null where nobody did
 * @param excepted what was missing then, in words
 * @param link where an entry of the journal leads; null for nowhere
 * @param mentions names of colleagues who are mentioned in a note
 */
record TimelineItem(
        long id,
        String kind,
        Instant at,
        @Nullable String actor,
        @Nullable String stage,
        @Nullable String stageBefore,
        boolean stageKnown,
        boolean createdKnown,
        boolean moreImported,
        Instant recordedAt,
        @Nullable String detail,
        @Nullable LocalDate parkedUntil,
        boolean imported,
        boolean undone,
        boolean undoable,
        boolean own,
        boolean edited,
        List<FieldChange> changes,
        @Nullable String said,
        @Nullable String link,
        List<String> mentions,
        @Nullable String exception,
        List<String> excepted) {

    /** The detail, cut where somebody is mentioned. */
    public List<MentionText.Part> parts() {
        return detail == null ? List.of() : new MentionText(detail, mentions).parts();
    }

    /** The end of the key of the message that says what happened: mostly the kind, but some are worth words of their own. */
    public String words() {
        if (handedOver() != null) {
            return "ASSIGNED";
        }
        if (kind.equals(EventKind.IMPORTED.name())) {
            return kind + "." + arrival();
        }
        String words = imported ? kind + ".imported" : kind;
        return stageKnown ? words : words + ".unknown";
    }

    /** What is told of where the deal was at first; where it was later, or closed, is told by what follows. */
    private String arrival() {
        if (stageKnown) {
            return createdKnown ? "entered" : "since";
        }
        if (moreImported) {
            return createdKnown ? "created" : "uncreated";
        }
        return createdKnown ? "standing" : "undated";
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
                createdKnown,
                moreImported,
                recordedAt,
                detail,
                parkedUntil,
                imported,
                undone,
                undoable,
                own,
                edited,
                inWords,
                said,
                link,
                mentions,
                exception,
                excepted);
    }
}
