package app.tahap.account;

/** The colours a user prefers; {@code AUTO} follows the device. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK
}
