package app.tahap.proposal;

/**
 * Which proposal a page is about.
 *
 * @param reference by which people know it
 * @param deal the title of its deal
 * @param open whether its deal is open
 */
public record ProposalHeading(long id, String reference, long dealId, String deal, boolean open) {}
