package app.tahap.assessment;

/** What a customer suffers from, or wishes for. */
enum NeedKind {
    PAIN,
    NEED
}
