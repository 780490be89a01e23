package app.tahap.deal;

/** How a deal ended, independent of its stage; a parked deal is open with a date until which it sleeps. */
public enum Outcome {
    OPEN,
    WON,
    LOST,
    DISQUALIFIED;

    public boolean isClosed() {
        return this != OPEN;
    }

    /** Lost and disqualified deals say why. */
    public boolean needsReason() {
        return this == LOST || this == DISQUALIFIED;
    }
}
