package app.tahap.bench;

/** Opens the board of all deals. */
public final class BoardSimulation extends PageSimulation {

    public BoardSimulation() {
        super("/board");
    }
}
