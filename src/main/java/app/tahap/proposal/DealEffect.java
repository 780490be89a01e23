package app.tahap.proposal;

import org.jspecify.annotations.Nullable;

/**
 * What a pipeline wants its proposals to do to their deals.
 *
 * @param stageId where an acceptance moves the deal; null unless it moves it
 */
record DealEffect(Acceptance acceptance, @Nullable Long stageId, Amount amount) {

    static final DealEffect NONE = new DealEffect(Acceptance.NOTHING, null, Amount.KEPT);

    /** What an acceptance does to an open deal. */
    enum Acceptance {
        NOTHING,
        MOVE,
        WIN
    }

    /** Which proposal's net the deal's amount follows. */
    enum Amount {
        KEPT,
        ACCEPTED,
        LATEST
    }
}
