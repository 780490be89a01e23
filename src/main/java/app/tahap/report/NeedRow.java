package app.tahap.report;

/**
 * How often a pain or need was met, and how often it was met successfully.
 *
 * @param kind PAIN or NEED
 * @param open deals that are open now
 * @param won of the period
 * @param winRate of the period's won and lost deals
 */
public record NeedRow(String kind, String label, DealCount open, DealCount won, DealCount lost, Proportion winRate) {}
