package app.tahap.proposal;

/** A customer declined a version of a proposal. Published in the transaction that keeps the answer. */
public record ProposalDeclined(long dealId, long proposalId, int version) {}
