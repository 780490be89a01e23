package app.tahap.pipeline;

/** A stage that was removed or merged, and the one where its deals are. */
record RemovedStage(String name, long pipelineId, String heir) {}
