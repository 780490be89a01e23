package app.tahap.review;

/** Whose deals a review goes through. */
enum ReviewScope {
    ALL,
    TEAM,
    OWNER
}
