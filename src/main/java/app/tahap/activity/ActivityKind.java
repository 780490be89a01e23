package app.tahap.activity;

/**
 * A kind of activity, as the workspace names it.
 *
 * @param contact whether it means that somebody spoke with the customer
 */
public record ActivityKind(long id, String label, KindMark mark, boolean contact, boolean archived, int version) {}
