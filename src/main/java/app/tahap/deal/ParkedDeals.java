package app.tahap.deal;

/**
 * How many deals sleep beside the board of a pipeline.
 *
 * @param list the address of their list
 */
record ParkedDeals(long pipelineId, int count, String list) {}
