package app.tahap.proposal;

import java.math.RoundingMode;

/** How what lies between two amounts of a currency is rounded; the workspace chooses. */
enum Rounding {
    /** Halves go up, as in everyday life. */
    HALF_UP(RoundingMode.HALF_UP),
    /** Halves go to the even neighbour, so that many of them even out: banker's rounding. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    RoundingMode mode() {
        return mode;
    }
}
