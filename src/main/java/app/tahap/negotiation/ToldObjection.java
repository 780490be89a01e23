package app.tahap.negotiation;

import app.tahap.deal.FileRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objection as a file tells it.
 *
 * @param raised whether the file tells when it was raised; otherwise that is the moment of the import
 */
record ToldObjection(
        String id,
        long dealId,
        long typeId,
        long stageId,
        String words,
        @Nullable String answer,
        ObjectionOutcome outcome,
        long authorId,
        Instant raisedAt,
        boolean raised,
        @Nullable Instant decidedAt)
        implements FileRecord {

    @Override
    public List<String> sought() {
        List<String> names = new ArrayList<>();
        names.add(raised ? byContent(dealId, typeId, words, raisedAt) : byContent(dealId, typeId, words));
        if (!id.isEmpty()) {
            names.add(raised ? byId(dealId, id, raisedAt) : byId(dealId, id));
        }
        return names;
    }

    @Override
    public List<String> known() {
        return List.of(byContent(dealId, typeId, words, raisedAt), byContent(dealId, typeId, words));
    }

    /** All names of one that is there. */
    static List<String> names(long id, long dealId, long typeId, String words, Instant raisedAt) {
        String own = Long.toString(id);
        return List.of(
                byContent(dealId, typeId, words, raisedAt),
                byContent(dealId, typeId, words),
                byId(dealId, own, raisedAt),
                byId(dealId, own));
    }

    private static String byContent(long dealId, long typeId, String words) {
        return FileRecord.name("words", dealId, typeId, words);
    }

    /** To the minute, as files tell it. */
    private static String byContent(long dealId, long typeId, String words, Instant at) {
        return FileRecord.name("words", dealId, typeId, words, at.truncatedTo(ChronoUnit.MINUTES));
    }

    private static String byId(long dealId, String id) {
        return FileRecord.name("id", dealId, id);
    }

    /** Another workspace may have given the same id to another objection. */
    private static String byId(long dealId, String id, Instant at) {
        return FileRecord.name("id", dealId, id, at.truncatedTo(ChronoUnit.MINUTES));
    }
}
