package app.tahap.proposal;

/** A customer accepted a version of a proposal. Published in the transaction that keeps the acceptance. */
public record ProposalAccepted(long dealId, long proposalId, int version) {}
