package app.tahap.deal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a record is found again: by its ID, or by what it says. A moment that never changes is part of both where it is
 * told, since another workspace may have given the same ID to something else, and the same may be said twice.
 *
 * @param sought names by which it is looked for
 * @param known names by which later rows find it
 */
public record RecordIdentity(long dealId, List<String> sought, List<String> known) {

    /**
     * The identity of what a row tells.
     *
     * @param at null where the row does not tell it
     * @param content what it says
     */
    public static RecordIdentity told(RecordRow row, @Nullable Instant at, Object... content) {
        long deal = row.deal().id();
        String says = FileRecord.name(content);
        String id = row.text(RecordColumn.ID);
        List<String> sought = new ArrayList<>(List.of(content(deal, says, at)));
        if (!id.isEmpty()) {
            sought.add(id(deal, id, at));
        }
        return new RecordIdentity(deal, sought, List.of(content(deal, says, at), content(deal, says, null)));
    }

    /** All names of one that is there. */
    public static List<String> names(long dealId, long id, @Nullable Instant at, Object... content) {
        String says = FileRecord.name(content);
        String own = Long.toString(id);
        return List.of(
                content(dealId, says, at), content(dealId, says, null), id(dealId, own, at), id(dealId, own, null));
    }

    private static String content(long dealId, String says, @Nullable Instant at) {
        return FileRecord.name("content", dealId, minute(at), says);
    }

    private static String id(long dealId, String id, @Nullable Instant at) {
        return FileRecord.name("id", dealId, minute(at), id);
    }

    /** As precise as files are. */
    private static @Nullable Instant minute(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
    }
}
