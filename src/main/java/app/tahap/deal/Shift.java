package app.tahap.deal;

/** A step of a card in its own column, for whoever does not drag. */
public enum Shift {
    TOP,
    UP,
    DOWN,
    END
}
