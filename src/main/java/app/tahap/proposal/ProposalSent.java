package app.tahap.proposal;

/** A version of a proposal was sent to the customer. Published in the transaction that sends it. */
public record ProposalSent(long dealId, long proposalId, int version) {}
