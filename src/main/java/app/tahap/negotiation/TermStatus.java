package app.tahap.negotiation;

/** What became of a term that is negotiated. */
enum TermStatus {
    OPEN,
    AGREED,
    REFUSED
}
