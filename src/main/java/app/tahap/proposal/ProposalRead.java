package app.tahap.proposal;

/**
 * A customer opened a version of a proposal. Published in the transaction that counts it.
 *
 * @param times how often so far; 1 for the first time
 */
public record ProposalRead(long dealId, long proposalId, int version, int times) {}
