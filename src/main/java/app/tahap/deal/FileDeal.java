package app.tahap.deal;

/** The deal to which a row belongs. */
public record FileDeal(long id, String title, long pipelineId, long stageId, long ownerId) {}
