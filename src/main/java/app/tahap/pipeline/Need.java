package app.tahap.pipeline;

/** How much a criterion counts. */
public enum Need {
    /** A deal does not go on without it, unless a manager excepts it. */
    REQUIRED,
    /** It is told, and holds nobody up. */
    ADVISED
}
