package app.tahap.bench;

/** Opens a deal in the middle of a review of all open deals. */
public final class ReviewSimulation extends PageSimulation {

    public ReviewSimulation() {
        super(Settings.review());
    }
}
