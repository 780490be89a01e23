package app.tahap.proposal;

import java.util.List;

/** All that a draft says, as its author wants it. */
record Draft(ProposalHead head, ProposalTexts texts, List<LineTerms> lines) {}
