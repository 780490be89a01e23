package app.tahap.deal;

import java.util.List;

/**
 * Whether a deal may land in a column, and what it lacks.
 *
 * @param target the id of the column's stage, or WON
 * @param missing what is required and missing, in words
 * @param advised what is advised and missing
 */
record Landing(String target, List<String> missing, List<String> advised) {

    /** FREE to land, with something ADVISED, or HELD up by what is required. */
    public String state() {
        return !missing.isEmpty() ? "HELD" : !advised.isEmpty() ? "ADVISED" : "FREE";
    }

    boolean isFor(long stageId) {
        return target.equals(Long.toString(stageId));
    }
}
