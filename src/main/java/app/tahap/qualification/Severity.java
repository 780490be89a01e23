package app.tahap.qualification;

/** How much a need hurts. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
