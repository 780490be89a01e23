package app.tahap.review;

/** The moments at which a summary counts what is open. */
enum Moment {
    /** When the review before began, or as long ago as a first one looks back. */
    BEFORE,
    /** When the review began. */
    START,
    /** Now, or when the review ended. */
    NOW
}
