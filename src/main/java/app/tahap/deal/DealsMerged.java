package app.tahap.deal;

/**
 * A deal was merged into another, and is deleted with it. Told within the transaction that does it, so that what other
 * modules keep of the one goes over to the other, or not at all.
 */
public record DealsMerged(long keptId, long mergedId) {}
