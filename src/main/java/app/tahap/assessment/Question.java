package app.tahap.assessment;

/**
 * A question as it is asked now.
 *
 * @param wordingId of its latest wording
 * @param answers how many deals have an answer to any of its wordings
 * @param answered whether the latest wording has answers
 */
record Question(
        long id,
        long pipelineId,
        long wordingId,
        Wording wording,
        boolean forProposal,
        boolean archived,
        int version,
        long answers,
        boolean answered) {}
