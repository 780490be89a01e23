package app.tahap.deal;

import java.io.Serializable;
import java.util.List;

/**
 * What came of a change of many deals. Kept in the session until the next page shows it.
 *
 * @param action what was done, or UNDO
 * @param same how many were as wished already
 * @param refused those that could not be changed, the first of them
 * @param refusals how many could not be changed
 * @param events those that can be taken back, as {@link BulkSelection} writes deals and events
 */
record BulkResult(String action, int done, int same, List<Refused> refused, int refusals, String events)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** How many of those that were refused are told by name. */
    static final int TOLD = 50;

    /** A deal that could not be changed, and why. */
    record Refused(long id, String title, String reason) implements Serializable {

        private static final long serialVersionUID = 1;
    }
}
